import { useTranslation } from 'react-i18next'
import { PASSWORD_RULES } from '#app/domain/account/password-rule.ts'

/** What a new password has to be. */
export function PasswordRules() {
	const { t } = useTranslation()
	return (
		<>
			<h2 className="text-table font-semibold">{t('account.rules')}</h2>
			<ul className="mb-3 list-disc pl-5 text-table text-ink2">
				{[...PASSWORD_RULES, 'used-before' as const].map((rule) => (
					<li key={rule}>{t(`account.rule.${rule}`)}</li>
				))}
			</ul>
		</>
	)
}
