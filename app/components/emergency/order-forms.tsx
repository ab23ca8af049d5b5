import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { HiddenField, SelectField, TextArea, TextField } from '#app/components/form/fields.tsx'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { Card } from '#app/components/frame/card.tsx'
import { SigningBox } from '#app/components/review/signing-box.tsx'
import { EMERGENCY } from '#app/forms/emergency-forms.ts'
import { about } from '#app/forms/form.ts'
import type { OrderPage } from '#app/services/emergency/read-order-page.server.ts'

type Props = {
	readonly page: OrderPage
	readonly commandKey: string
	readonly answer: FormAnswer | undefined
}

type Intent = keyof typeof EMERGENCY

function OrderForm(props: Props & { readonly intent: Intent; readonly children: ReactNode }) {
	const { page, commandKey, answer, intent, children } = props
	return (
		<CommandForm
			answer={answer}
			about={about(EMERGENCY[intent])}
			commandKey={`${commandKey}-${intent}`}
			seen={page.heading.revision}
		>
			{children}
		</CommandForm>
	)
}

/** What the leader does below the text: orders it into effect, or puts it in the place of the one that was ordered. */
export function SignOrderForms(props: Props) {
	const { t } = useTranslation()
	const { page } = props
	const { possible, version, days } = page
	if (!version) return null
	const figures = { version: version.versionNo }
	return (
		<>
			{possible.includes('emergency.ordered') ? (
				<Card id="sign" title={t('emergency.sign')}>
					<OrderForm {...props} intent="sign">
						<HiddenField name={EMERGENCY.sign.shown} value={version.contentSha256} />
						<SigningBox
							fields={EMERGENCY.sign}
							read={t('emergency.read', figures)}
							label={t('emergency.sign')}
							note={t('emergency.note', { review: days.afterReview, file: days.orderFiling })}
						/>
					</OrderForm>
				</Card>
			) : null}
			{possible.includes('emergency.amended') ? (
				<Card id="sign" title={t('emergency.amend')}>
					<p className="mb-2 text-table text-ink2">{t('emergency.amendLead', figures)}</p>
					<OrderForm {...props} intent="amend">
						<HiddenField name={EMERGENCY.amend.shown} value={version.contentSha256} />
						<SigningBox
							fields={EMERGENCY.amend}
							read={t('emergency.amendRead', figures)}
							label={t('emergency.amend')}
						/>
					</OrderForm>
				</Card>
			) : null}
		</>
	)
}

/** What needs no reading of the text: asking, declining, revoking, filing, concluding. */
export function SettleOrderForms(props: Props) {
	const { possible } = props.page
	return (
		<>
			{possible.includes('emergency.declined') ? <Decline {...props} /> : null}
			{possible.includes('emergency.revoked') ? <Revoke {...props} /> : null}
			{possible.includes('emergency.filed') ? <Filing {...props} /> : null}
			{possible.includes('emergency.concluded') ? <Conclude {...props} /> : null}
			{possible.includes('emergency.asked') ? <Ask {...props} /> : null}
		</>
	)
}

function Ask(props: Props) {
	const { t } = useTranslation()
	const { leaders } = props.page
	return (
		<Card title={t('emergency.ask')}>
			<p className="mb-2 text-table text-ink2">{t('emergency.askLead')}</p>
			<OrderForm {...props} intent="ask">
				<SelectField
					name={EMERGENCY.ask.leaderId}
					label={t('emergency.leader')}
					empty={t('emergency.choose')}
					options={leaders.map(({ id, name }) => ({ value: id, label: name }))}
				/>
				<TextArea name={EMERGENCY.ask.words} label={t('emergency.words')} rows={4} />
				<TextField name={EMERGENCY.ask.ground} label={t('emergency.ground')} />
				<Button look="filled">{t('emergency.ask')}</Button>
			</OrderForm>
		</Card>
	)
}

function Decline(props: Props) {
	const { t } = useTranslation()
	return (
		<Card>
			<details open={answerTo(props.answer, about(EMERGENCY.decline)) !== undefined}>
				<summary className="cursor-pointer py-2 text-table text-accent">{t('emergency.decline')}</summary>
				<OrderForm {...props} intent="decline">
					<TextArea name={EMERGENCY.decline.words} label={t('emergency.declineWords')} rows={3} />
					<Button icon="back">{t('emergency.decline')}</Button>
				</OrderForm>
			</details>
		</Card>
	)
}

/** Open where the review found the order unlawful: then it is what the leader came for. */
function Revoke(props: Props) {
	const { t } = useTranslation()
	const isCalledFor = props.page.standing?.state === 'unlawful'
	return (
		<Card>
			<details open={isCalledFor || answerTo(props.answer, about(EMERGENCY.revoke)) !== undefined}>
				<summary className="cursor-pointer py-2 text-table text-accent">{t('emergency.revoke')}</summary>
				<p className="mb-2 text-table text-ink2">{t('emergency.revokeLead')}</p>
				<OrderForm {...props} intent="revoke">
					<TextArea name={EMERGENCY.revoke.words} label={t('emergency.revokeWords')} rows={3} />
					<SigningBox
						fields={EMERGENCY.revoke}
						read={t('emergency.revokeRead')}
						label={t('emergency.revoke')}
						look="danger"
					/>
				</OrderForm>
			</details>
		</Card>
	)
}

function Filing(props: Props) {
	const { t } = useTranslation()
	return (
		<Card title={t('emergency.file')}>
			<p className="mb-2 text-table text-ink2">{t('emergency.fileLead')}</p>
			<OrderForm {...props} intent="file">
				<TextField name={EMERGENCY.file.receivedOn} type="date" label={t('emergency.receivedOn')} />
				<TextField name={EMERGENCY.file.receipt} label={t('emergency.receipt')} />
				<Button look="filled">{t('emergency.file')}</Button>
			</OrderForm>
		</Card>
	)
}

function Conclude(props: Props) {
	const { t } = useTranslation()
	return (
		<Card title={t('emergency.conclude')}>
			<p className="mb-2 text-table text-ink2">{t('emergency.concludeLead')}</p>
			<OrderForm {...props} intent="conclude">
				<TextArea name={EMERGENCY.conclude.words} label={t('emergency.concludeWords')} rows={3} />
				<Button look="filled">{t('emergency.conclude')}</Button>
			</OrderForm>
		</Card>
	)
}
