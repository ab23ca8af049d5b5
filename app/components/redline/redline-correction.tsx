import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { HiddenField, SelectField } from '#app/components/form/fields.tsx'
import { about } from '#app/forms/form.ts'
import { CORRECTION } from '#app/forms/redline-forms.ts'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { addressWith, useRedlineAddress } from './redline-address.ts'

type FormProps = {
	readonly commandKey: string
	readonly seen: number
	readonly answer: FormAnswer | undefined
	readonly pair: { readonly from: number; readonly to: number }
}

type Choosable = { readonly key: string; readonly label: string }

/** A block whose match is being corrected, and the clauses to choose from. */
type Match = {
	readonly anchor: string
	readonly old: readonly string[]
	readonly new: readonly string[]
	readonly oldClauses: readonly Choosable[]
	readonly newClauses: readonly Choosable[]
}

/** The choice that there is no such clause; the keys of clauses are letters and digits. */
export const NO_CLAUSE = '-'

/** Says which old clause became which new ones. A form of three lists, so that it works without JavaScript. */
export function CorrectionForm({ match, ...form }: FormProps & { readonly match: Match }) {
	const { t } = useTranslation()
	const address = useRedlineAddress()
	const options = (clauses: readonly Choosable[]) => clauses.map(({ key, label }) => ({ value: key, label }))
	return (
		<CommandForm
			answer={form.answer}
			about={about(CORRECTION.correct)}
			commandKey={`${form.commandKey}-correct`}
			seen={form.seen}
			className="no-print my-2"
		>
			<h4 className="font-semibold">{t('redline.correct.title')}</h4>
			<p className="mb-2 text-quiet text-ink2">{t('redline.correct.lead')}</p>
			<PairFields pair={form.pair} />
			<div className="flex flex-wrap items-end gap-x-4">
				<SelectField
					name={CORRECTION.correct.old}
					label={t('redline.correct.old')}
					defaultValue={match.old[0] ?? NO_CLAUSE}
					options={[{ value: NO_CLAUSE, label: t('redline.correct.noOld') }, ...options(match.oldClauses)]}
				/>
				<SelectField
					name={CORRECTION.correct.new}
					label={t('redline.correct.new')}
					defaultValue={match.new[0] ?? NO_CLAUSE}
					options={[{ value: NO_CLAUSE, label: t('redline.correct.noNew') }, ...options(match.newClauses)]}
				/>
				<SelectField
					name={CORRECTION.correct.also}
					label={t('redline.correct.also')}
					optional
					defaultValue={match.new[1] ?? ''}
					options={[{ value: '', label: t('redline.correct.none') }, ...options(match.newClauses)]}
				/>
				<span className="mb-3 flex items-center gap-3">
					<Button>{t('redline.correct.submit')}</Button>
					<a href={addressWith(address, { at: match.anchor }, match.anchor)}>{t('redline.correct.cancel')}</a>
				</span>
			</div>
		</CommandForm>
	)
}

/** A correction as it is told of. */
type Shown = {
	readonly id: string
	readonly old: string
	readonly new: readonly string[]
	readonly by: string
	readonly at: string
}

/** The corrections that count for this pair, and for the reviewer a button to take each back. */
export function CorrectionList(props: { corrections: readonly Shown[]; form: FormProps | null }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { corrections, form } = props
	if (corrections.length === 0) return null
	return (
		<Card title={t('redline.correct.list', { count: corrections.length })}>
			<ul className="text-table">
				{corrections.map((correction) => (
					<li key={correction.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1">
						<span lang="zh-CN">{matchWords(correction, t)}</span>
						<span className="text-quiet text-ink3">
							{t('redline.correct.by', { name: correction.by, time: formatInstant(correction.at, language) })}
						</span>
						{form ? (
							<CommandForm
								answer={form.answer}
								about={about(CORRECTION.withdraw, { correctionId: correction.id })}
								commandKey={`${form.commandKey}-${correction.id}`}
								seen={form.seen}
								className="no-print"
							>
								<PairFields pair={form.pair} />
								<Button look="text" icon="back">
									{t('redline.correct.withdraw')}
								</Button>
							</CommandForm>
						) : null}
					</li>
				))}
			</ul>
		</Card>
	)
}

/** Which old clause became which new ones, as a person said it. */
export function matchWords({ old, new: fresh }: Pick<Shown, 'old' | 'new'>, t: TFunction): string {
	const names = fresh.join('、')
	if (old === '') return t('redline.correct.added', { new: names })
	if (names === '') return t('redline.correct.deleted', { old })
	return t('redline.correct.became', { old, new: names })
}

function PairFields({ pair }: { pair: FormProps['pair'] }) {
	return (
		<>
			<HiddenField name={CORRECTION.correct.from} value={pair.from} />
			<HiddenField name={CORRECTION.correct.to} value={pair.to} />
		</>
	)
}
