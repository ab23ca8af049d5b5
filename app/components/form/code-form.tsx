import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CODE_HOLDS_MINUTES } from '#app/domain/account/second-factor.ts'
import { useFrame } from '#app/components/frame/frame-context.ts'
import { ONE_TIME_CODE } from '#app/forms/account-forms.ts'
import { AnsweredForm } from './answered-form.tsx'
import { Button } from './button.tsx'
import { HiddenField, TextField } from './fields.tsx'
import type { FormAnswer } from './form-state.ts'

/** The field of a one-time code; while a telephone is being set up no spare code stands in for it. */
export function CodeField({ isFirstCode = false }: { isFirstCode?: boolean }) {
	const { t } = useTranslation()
	return (
		<TextField
			name={ONE_TIME_CODE.oneTimeCode}
			label={t('account.factor.code')}
			hint={t(isFirstCode ? 'account.factor.firstCodeHint' : 'account.factor.codeHint')}
			inputMode="numeric"
			autoComplete="one-time-code"
			className="max-w-[260px] tabular-nums tracking-widest"
		/>
	)
}

/** Gives a code before something is signed; afterwards one is where one was, with what was typed there. */
export function CodeForm({ to, answer }: { to?: string; answer?: FormAnswer | undefined }) {
	const { t } = useTranslation()
	const { pathname, search } = useLocation()
	const frame = useFrame()
	return (
		<AnsweredForm csrf={frame?.csrf ?? ''} action="/second-factor/confirm" answer={answer}>
			<HiddenField name={ONE_TIME_CODE.to} value={to ?? pathname + search} />
			<CodeField />
			<Button look="outline" icon="check">
				{t('account.factor.confirm')}
			</Button>
		</AnsweredForm>
	)
}

/** Above what is going to be signed: the code is asked for before anything is typed, not after. */
export function CodeDue() {
	const { t } = useTranslation()
	const frame = useFrame()
	if (frame?.person?.isCodeDue !== true) return null
	return (
		<section className="no-print mb-4 rounded-card border border-line border-l-4 border-l-warn bg-surface px-4 py-3">
			<h2 className="text-section font-semibold">{t('account.factor.dueTitle')}</h2>
			<p className="mb-2 text-table text-ink2">
				{t('account.factor.dueLead', { minutes: CODE_HOLDS_MINUTES })}
			</p>
			<CodeForm />
		</section>
	)
}
