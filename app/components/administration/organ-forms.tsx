import { useTranslation } from 'react-i18next'
import { ORGAN_KINDS, UNIT_KINDS } from '#app/domain/account/organisation-kinds.ts'
import { about } from '#app/forms/form.ts'
import { ORGANISATION } from '#app/forms/organisation-forms.ts'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CheckBox, SelectField, TextField } from '#app/components/form/fields.tsx'
import { Folded } from '#app/components/form/folded.tsx'

type FormProps = { readonly commandKey: string; readonly answer: FormAnswer | undefined }

/** The form of a new organ. */
export function NewOrgan({ commandKey, answer }: FormProps) {
	const { t } = useTranslation()
	const isRefused = answerTo(answer, about(ORGANISATION.organ)) !== undefined
	return (
		<Folded title={t('administration.organs.addOrgan')} isOpen={isRefused}>
			<Card>
				<CommandForm answer={answer} about={about(ORGANISATION.organ)} commandKey={`${commandKey}-organ`}>
					<div className="grid items-end gap-x-3 md:grid-cols-3">
						<TextField
							id="organ-name"
							name={ORGANISATION.organ.name}
							label={t('administration.organs.name')}
						/>
						<TextField
							name={ORGANISATION.organ.shortName}
							label={t('administration.organs.shortName')}
							hint={t('administration.organs.shortNameHint')}
						/>
						<SelectField
							id="organ-kind"
							name={ORGANISATION.organ.kind}
							label={t('administration.organs.kind')}
							empty={t('administration.choose')}
							defaultValue=""
							options={ORGAN_KINDS.map((kind) => ({ value: kind, label: t(`words.organKind.${kind}`) }))}
						/>
					</div>
					<CheckBox name={ORGANISATION.organ.twoPersonReview} label={t('administration.organs.twoPerson')} />
					<Button>{t('administration.organs.save')}</Button>
				</CommandForm>
			</Card>
		</Folded>
	)
}

/** The form of a new unit in one of the organs. */
export function NewUnit(
	props: FormProps & { organs: readonly { readonly id: string; readonly name: string }[] },
) {
	const { t } = useTranslation()
	const { commandKey, answer, organs } = props
	const isRefused = answerTo(answer, about(ORGANISATION.unit)) !== undefined
	return (
		<Folded title={t('administration.organs.addUnit')} isOpen={isRefused}>
			<Card>
				<CommandForm answer={answer} about={about(ORGANISATION.unit)} commandKey={`${commandKey}-unit`}>
					<div className="grid items-end gap-x-3 md:grid-cols-3">
						<SelectField
							name={ORGANISATION.unit.organId}
							label={t('administration.people.organ')}
							empty={t('administration.choose')}
							defaultValue=""
							options={organs.map((organ) => ({ value: organ.id, label: organ.name }))}
						/>
						<TextField id="unit-name" name={ORGANISATION.unit.name} label={t('administration.organs.name')} />
						<SelectField
							id="unit-kind"
							name={ORGANISATION.unit.kind}
							label={t('administration.organs.unitKind')}
							hint={t('administration.organs.unitKindHint')}
							defaultValue="ordinary"
							options={UNIT_KINDS.map((kind) => ({ value: kind, label: t(`words.unitKind.${kind}`) }))}
						/>
					</div>
					<Button>{t('administration.organs.save')}</Button>
				</CommandForm>
			</Card>
		</Folded>
	)
}

/** The form that says which organ reviews what another may not review itself. */
export function Designation(
	props: FormProps & { organs: readonly { readonly id: string; readonly name: string }[] },
) {
	const { t } = useTranslation()
	const { commandKey, answer, organs } = props
	const isRefused = answerTo(answer, about(ORGANISATION.designation)) !== undefined
	const options = organs.map((organ) => ({ value: organ.id, label: organ.name }))
	return (
		<Folded title={t('administration.organs.designate')} isOpen={isRefused}>
			<Card>
				<p className="mb-3 text-table text-ink2">{t('administration.organs.designateLead')}</p>
				<CommandForm
					answer={answer}
					about={about(ORGANISATION.designation)}
					commandKey={`${commandKey}-designation`}
				>
					<div className="grid items-end gap-x-3 md:grid-cols-2">
						<SelectField
							id="designation-organ"
							name={ORGANISATION.designation.organId}
							label={t('administration.organs.issuing')}
							empty={t('administration.choose')}
							defaultValue=""
							options={options}
						/>
						<SelectField
							id="designation-designated"
							name={ORGANISATION.designation.designatedId}
							label={t('administration.organs.reviewing')}
							empty={t('administration.organs.noneDesignated')}
							defaultValue=""
							options={options}
						/>
					</div>
					<Button>{t('administration.organs.designateSave')}</Button>
				</CommandForm>
			</Card>
		</Folded>
	)
}
