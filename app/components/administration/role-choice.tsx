import { useTranslation } from 'react-i18next'
import { actsOf, rolesApartFrom } from '#app/domain/account/role-powers.ts'
import { ROLES } from '#app/domain/permission/role.ts'
import { GRANT } from '#app/forms/organisation-forms.ts'
import { actWords } from '#app/components/frame/act-words.ts'
import { RadioRow } from '#app/components/form/fields.tsx'

/** The roles to choose from, each with what it may do and what it may not be held together with. */
export function RoleChoice() {
	const { t } = useTranslation()
	return (
		<RadioRow
			name={GRANT.request.role}
			legend={t('administration.grants.role')}
			isStacked
			choices={ROLES.map((role) => {
				const apart = rolesApartFrom(role)
				const words =
					apart.length === ROLES.length - 1
						? t('administration.grants.every')
						: apart.map((other) => t(`words.role.${other}`)).join(' · ')
				const acts = actsOf(role).map((act) => actWords(act, t))
				return {
					value: role,
					label: t(`words.role.${role}`),
					hint: [
						t('administration.grants.may', { acts: [...new Set(acts)].join(' · ') }),
						...(apart.length > 0 ? [t('administration.grants.mayNot', { roles: words })] : []),
					].join(' '),
				}
			})}
		/>
	)
}
