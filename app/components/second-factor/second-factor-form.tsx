import { useTranslation } from 'react-i18next'
import { CodeField } from '#app/components/form/code-form.tsx'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { TextField } from '#app/components/form/fields.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { Card } from '#app/components/frame/card.tsx'
import { SECOND_FACTOR } from '#app/forms/account-forms.ts'
import { QrPicture } from './qr-picture.tsx'

/** Three steps: an app on the telephone, the picture, the first code with one's password. */
export function SecondFactorForm(props: {
	commandKey: string
	offer: { readonly letters: string; readonly picture: readonly (readonly boolean[])[] }
	isReplaced: boolean
	answer?: FormAnswer | undefined
}) {
	const { t } = useTranslation()
	const { commandKey, offer, isReplaced, answer } = props
	return (
		<Card title={t(isReplaced ? 'account.factor.replaceTitle' : 'account.factor.setUpTitle')}>
			<ol className="mb-3 list-decimal space-y-3 pl-5 text-table">
				<li>
					{t('account.factor.stepApp')}
					<span className="block text-quiet text-ink3">{t('account.factor.stepAppNote')}</span>
				</li>
				<li>
					{t('account.factor.stepScan')}
					<div className="my-2">
						<QrPicture code={offer.picture} label={t('account.factor.pictureLabel')} />
					</div>
					<span className="block text-quiet text-ink3">{t('account.factor.stepType')}</span>
					<code className="break-all font-semibold tracking-wider">{offer.letters}</code>
					<span className="mt-1 block text-quiet text-ink3">{t('account.factor.once')}</span>
				</li>
				<li>{t('account.factor.stepCode')}</li>
			</ol>
			<CommandForm commandKey={commandKey} answer={answer}>
				<CodeField isFirstCode />
				<TextField
					name={SECOND_FACTOR.password}
					type="password"
					autoComplete="current-password"
					label={t('account.own.current')}
				/>
				<Button look="filled">{t(isReplaced ? 'account.factor.replace' : 'account.factor.setUp')}</Button>
			</CommandForm>
		</Card>
	)
}
