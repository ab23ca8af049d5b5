import { useTranslation } from 'react-i18next'
import { type Issuer, ISSUERS } from '#app/domain/issuer/issuer.ts'
import { type FieldName, RadioRow } from '#app/components/form/fields.tsx'

/** Who issues it (制定机关), each with the body that reviews and the meeting that decides; nothing is chosen beforehand. */
export function IssuerChoices(props: {
	name: FieldName
	/** Who would review it; null where nobody is named yet. */
	bodies: Readonly<Record<Issuer, string | null>>
	/** The issuer that the matter has by now. */
	chosen?: Issuer
}) {
	const { t } = useTranslation()
	const { name, bodies, chosen } = props
	return (
		<RadioRow
			name={name}
			legend={t('intake.opening.issuer')}
			hint={t('intake.opening.issuerHint')}
			value={chosen}
			isStacked
			choices={ISSUERS.map((issuer) => ({
				value: issuer,
				label: t(`words.issuer.${issuer}`),
				hint: t('intake.opening.reviewedBy', {
					body: bodies[issuer] ?? t('intake.confirm.noReviewBody'),
					meeting: t(`intake.opening.meeting.${issuer}`),
				}),
			}))}
		/>
	)
}
