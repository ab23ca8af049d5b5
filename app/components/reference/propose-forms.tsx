import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { RadioRow, TextArea, TextField } from '#app/components/form/fields.tsx'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { Card } from '#app/components/frame/card.tsx'
import { REFERENCE_MARKS } from '#app/domain/reference/reference-kind.ts'
import { about, fieldAt } from '#app/forms/form.ts'
import { PROPOSAL } from '#app/forms/reference-forms.ts'
import type { EntryPage, VersionLine } from '#app/services/reference/read-entries.server.ts'
import { boundsWords, numberName } from './entry-words.ts'

type Props = {
	readonly page: EntryPage
	readonly commandKey: string
	readonly answer: FormAnswer | undefined
}

/** The form that fits the entry: its numbers, a year of the calendar, and for every other one that it was compared. */
export function ProposeForms(props: Props) {
	const { newest, kind } = props.page
	if (kind === 'working-days')
		return (
			<>
				{newest?.mark === 'to-be-confirmed' ? <CheckForm {...props} newest={newest} /> : null}
				<YearForm {...props} newest={newest} />
			</>
		)
	if (!newest) return null
	return newest.value.is === 'numbers' ? (
		<NumbersForm {...props} newest={newest} />
	) : (
		<CheckForm {...props} newest={newest} />
	)
}

function NumbersForm({ page, newest, commandKey, answer }: Props & { newest: VersionLine }) {
	const { t } = useTranslation()
	const shape = PROPOSAL.numbers
	const { value } = newest
	return (
		<Card title={t('reference.propose.numbers')}>
			<p className="mb-3 text-table text-ink2">{t('reference.propose.lead')}</p>
			<CommandForm commandKey={commandKey} answer={answerTo(answer, about(shape))} about={about(shape)}>
				<div className="grid gap-x-4 md:grid-cols-2">
					{(value.is === 'numbers' ? value.numbers : []).map((number) => (
						<TextField
							key={number.key}
							name={fieldAt(shape.numbers, number.key)}
							type="number"
							min={number.least}
							max={number.most}
							required
							defaultValue={number.value ?? undefined}
							label={numberName(number, t)}
							hint={boundsWords(number, t)}
						/>
					))}
				</div>
				<RadioRow
					name={shape.mark}
					legend={t('reference.column.mark')}
					choices={REFERENCE_MARKS.map((mark) => ({ value: mark, label: t(`reference.mark.${mark}`) }))}
				/>
				<Grounds shape={shape} page={page} source={newest.source} />
				<Button look="filled">{t('reference.propose.send')}</Button>
			</CommandForm>
		</Card>
	)
}

function CheckForm({ page, newest, commandKey, answer }: Props & { newest: VersionLine }) {
	const { t } = useTranslation()
	const shape = PROPOSAL.check
	return (
		<Card title={t('reference.propose.check')}>
			<p className="mb-3 text-table text-ink2">{t('reference.propose.checkLead')}</p>
			<CommandForm
				commandKey={`${commandKey}-check`}
				answer={answerTo(answer, about(shape))}
				about={about(shape)}
			>
				<Grounds shape={shape} page={page} source={newest.source} isCheck />
				<Button look="filled">{t('reference.propose.send')}</Button>
			</CommandForm>
		</Card>
	)
}

function YearForm({ page, newest, commandKey, answer }: Props & { newest: VersionLine | null }) {
	const { t } = useTranslation()
	const shape = PROPOSAL.year
	const year = newest?.value.is === 'year' ? newest.value.year : null
	return (
		<Card title={t('reference.propose.year', { year: page.code })}>
			<p className="mb-3 text-table text-ink2">{t('reference.propose.yearLead', { year: page.code })}</p>
			<CommandForm
				commandKey={`${commandKey}-year`}
				answer={answerTo(answer, about(shape))}
				about={about(shape)}
			>
				<TextArea
					name={shape.rest}
					label={t('reference.propose.rest')}
					hint={t('reference.propose.restHint', { year: page.code })}
					rows={8}
					defaultValue={year?.rest.join('\n')}
				/>
				<TextArea
					name={shape.work}
					label={t('reference.propose.work')}
					hint={t('reference.propose.workHint')}
					rows={6}
					optional
					defaultValue={year?.work.join('\n')}
				/>
				<Grounds
					shape={shape}
					page={page}
					source={newest?.source ?? t('reference.propose.yearSource', { year: page.code })}
					prefix="year-"
				/>
				<Button look={newest ? 'outline' : 'filled'}>{t('reference.propose.send')}</Button>
			</CommandForm>
		</Card>
	)
}

type Grounded = (typeof PROPOSAL)['check' | 'numbers' | 'year']

/** By which source, why, and from which day: the same of every proposal. */
function Grounds(props: {
	readonly shape: Grounded
	readonly page: EntryPage
	readonly source: string
	readonly isCheck?: boolean
	readonly prefix?: string
}) {
	const { t } = useTranslation()
	const { shape, page, source, isCheck = false, prefix = '' } = props
	return (
		<>
			<TextArea
				id={`${prefix}source`}
				name={shape.source}
				label={t('reference.propose.source')}
				hint={t('reference.propose.sourceHint')}
				rows={2}
				defaultValue={source}
			/>
			<TextArea
				id={`${prefix}reason`}
				name={shape.reason}
				label={t(isCheck ? 'reference.propose.paper' : 'reference.propose.reason')}
				hint={t(isCheck ? 'reference.propose.paperHint' : 'reference.propose.reasonHint')}
				rows={2}
			/>
			<TextField
				id={`${prefix}from`}
				name={shape.from}
				type="date"
				min={page.today}
				label={t('reference.propose.from')}
				hint={t('reference.propose.fromHint')}
				defaultValue={page.today}
				className="max-w-[14em]"
			/>
		</>
	)
}
