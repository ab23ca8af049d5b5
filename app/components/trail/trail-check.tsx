import { useTranslation } from 'react-i18next'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { TrailCheck } from '#app/services/trail/check-trail.server.ts'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { Folded } from '#app/components/form/folded.tsx'
import { Icon } from '#app/components/frame/icon.tsx'

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
	const broken = report.streams.filter((stream) => stream.fault !== null)
	const entries = report.streams.reduce((sum, stream) => sum + stream.entries, 0)
	const isWhole = broken.length === 0 && report.forged.length === 0
	return (
		<div role={isWhole ? 'status' : 'alert'} className="mb-3">
			<p className={`font-semibold ${isWhole ? 'text-ok' : 'text-bad'}`}>
				<Icon name={isWhole ? 'shield-check' : 'shield-cross'} />{' '}
				{isWhole
					? t('administration.trail.whole', {
							streams: report.streams.length,
							entries,
							clearances: report.clearances,
						})
					: t('administration.trail.broken', {
							streams: broken.length,
							clearances: report.forged.length,
						})}{' '}
				<span className="font-normal text-ink3">{t('administration.trail.verifiedAt', { time })}</span>
			</p>
			<ul>
				{broken.map(({ stream, fault }) => (
					<li key={stream} className="break-all text-table text-bad">
						{stream}:{' '}
						{t('administration.trail.brokenAt', { seq: fault?.seq ?? 0, problem: problemOf(fault?.problem) })}
					</li>
				))}
				{report.forged.map(({ clearanceId, number, problem }) => (
					<li key={clearanceId} className="text-table text-bad">
						{t('administration.trail.forged', { number, problem: problemOf(problem) })}
					</li>
				))}
			</ul>
			<Folded title={t('administration.trail.chains')}>
				<ul className="max-h-[40vh] overflow-y-auto">
					{report.streams.map(({ stream, entries: count, fault }) => (
						<li key={stream} className="flex flex-wrap gap-x-3 px-4 text-quiet">
							<span className="break-all">{stream}</span>
							<span className="text-ink3">{t('administration.trail.entries', { count })}</span>
							<span className={fault ? 'text-bad' : 'text-ok'}>
								{fault
									? t('administration.trail.brokenAt', { seq: fault.seq, problem: problemOf(fault.problem) })
									: t('administration.trail.holds')}
							</span>
						</li>
					))}
				</ul>
			</Folded>
		</div>
	)

	function problemOf(problem = 'head'): string {
		return t(`administration.trail.problem.${problem as 'head'}`)
	}
}
