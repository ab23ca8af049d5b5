import { useTranslation } from 'react-i18next'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { about } from '#app/forms/form.ts'
import { LEDGER } from '#app/forms/redline-forms.ts'
import { addressOfPlace, addressWith, useRedlineAddress } from '#app/components/redline/redline-address.ts'
import { useLedger } from './ledger-context.ts'

/** How many changes there are, how many of them the reader has seen, what is left, and the end of the sitting. */
export function LedgerBar({ answer }: { answer: FormAnswer | undefined }) {
	const { t } = useTranslation()
	const address = useRedlineAddress()
	const ledger = useLedger()
	if (ledger === null || ledger.summary.changes === 0) return null
	const { changes, seen, open, firstUnseen } = ledger.summary
	const isOnlyUnseen = address.choice.seen === 'not'
	return (
		<section
			aria-label={t('redline.ledger.title')}
			className="no-print mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-line bg-surface px-4 py-2 text-table"
		>
			<span role="status" className="inline-flex items-center gap-2">
				<span>{t('redline.ledger.counts', { changes, seen })}</span>
				<progress className="ledger-progress" max={changes} value={seen} aria-hidden />
			</span>
			{firstUnseen === null ? (
				<span className="text-ok">{t('redline.ledger.allSeen')}</span>
			) : (
				<a href={addressOfPlace(address, firstUnseen)}>
					{t('redline.ledger.toUnseen', { count: changes - seen })}
				</a>
			)}
			<span className="inline-flex gap-3">
				<a href={addressWith(address, { seen: null })} aria-current={isOnlyUnseen ? undefined : 'true'}>
					{t('redline.ledger.all')}
				</a>
				<a href={addressWith(address, { seen: 'not' })} aria-current={isOnlyUnseen ? 'true' : undefined}>
					{t('redline.ledger.unseen', { count: changes - seen })}
				</a>
			</span>
			{open > 0 ? (
				<CommandForm
					answer={answer}
					about={about(LEDGER.end)}
					commandKey={`${ledger.commandKey}-end`}
					className="ml-auto"
				>
					<Button icon="check">{t('redline.ledger.end', { count: open })}</Button>
				</CommandForm>
			) : null}
			<p className="w-full text-quiet text-ink3">{t('redline.ledger.hint')}</p>
		</section>
	)
}
