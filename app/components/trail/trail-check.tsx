import { useTranslation } from 'react-i18next'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { TrailCheck } from '#app/services/trail/check-trail.server.ts'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { Icon } from '#app/components/frame/icon.tsx'
import { codeWords } from '#app/locales/code-words.ts'

/** The verification of the whole trail: its button, and what it found, what does not hold first. */
export function TrailCheckCard({ commandKey, check }: { commandKey: string; check: TrailCheck | null }) {
	const { t } = useTranslation()
	return (
		<Card title={t('administration.trail.verify')}>
			{check ? <Found check={check} /> : null}
			<p className="mb-2 text-table text-ink2">{t('administration.trail.verifyLead')}</p>
			<CommandForm commandKey={commandKey} action="/audit?index">
				<Button>{t('administration.trail.verify')}</Button>
			</CommandForm>
		</Card>
	)
}

function Found({ check: { report, at } }: { check: TrailCheck }) {
	const { t } = useTranslation()
	const time = formatInstant(at, useLanguage())
	const { streams, entries, clearances, rows, brokenStreams, forgedClearances, faultyRows } = report
	const { checkpoints, faultyCheckpoints } = report
	const all = brokenStreams + forgedClearances + faultyRows + faultyCheckpoints
	const isWhole = all === 0
	const { broken, forged, faulty, checkpointFaults } = report
	const unnamed = all - broken.length - forged.length - faulty.length - checkpointFaults.length
	return (
		<div role={isWhole ? 'status' : 'alert'} className="mb-3">
			<p className={`font-semibold ${isWhole ? 'text-ok' : 'text-bad'}`}>
				<Icon name={isWhole ? 'shield-check' : 'shield-cross'} />{' '}
				{isWhole
					? t('administration.trail.whole', { streams, entries, clearances, rows, checkpoints })
					: t('administration.trail.broken', {
							streams: brokenStreams,
							clearances: forgedClearances,
							rows: faultyRows,
							checkpoints: faultyCheckpoints,
						})}{' '}
				<span className="font-normal text-ink3">{t('administration.trail.verifiedAt', { time })}</span>
			</p>
			<ul>
				{broken.map(({ stream, seq, problem }) => (
					<li key={stream} className="break-all text-table text-bad">
						{stream}: {t('administration.trail.brokenAt', { seq, problem: problemOf(problem) })}
					</li>
				))}
				{forged.map(({ clearanceId, number, problem }) => (
					<li key={clearanceId} className="text-table text-bad">
						{t('administration.trail.forged', { number, problem: problemOf(problem) })}
					</li>
				))}
				{faulty.map(({ table, key, stream, seq, problem }) => (
					<li key={`${table} ${key} ${problem}`} className="break-all text-table text-bad">
						{t('administration.trail.faulty', { table, key, problem: problemOf(problem) })}
						{stream === null ? null : ` (${stream}${seq === null ? '' : ` ${seq}`})`}
					</li>
				))}
				{checkpointFaults.map(({ problem, size, stream, seq }) => (
					<li key={`${problem} ${size}`} className="break-all text-table text-bad">
						{t(`checkpoints.problem.${problem}`, { size })}
						{stream === null ? null : ` (${stream} ${seq ?? ''})`}
					</li>
				))}
			</ul>
			{unnamed > 0 ? (
				<p className="text-table text-bad">{t('administration.trail.unnamed', { count: unnamed })}</p>
			) : null}
		</div>
	)

	function problemOf(problem: string): string {
		return codeWords(t, 'administration.trail.problem', problem) ?? problem
	}
}
