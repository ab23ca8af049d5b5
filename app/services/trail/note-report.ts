import type { VerifiedDetail } from '#app/domain/act/administration-acts.ts'
import type { TrailReport } from '#app/long-reads/trail-report.ts'

/** What the trail keeps of a verification: how much was read, and the first of what does not hold. */
export function noteReport(report: TrailReport): VerifiedDetail {
	return {
		streams: report.streams,
		brokenStreams: report.brokenStreams,
		forgedClearances: report.forgedClearances,
		broken: report.broken.map(({ stream, seq, problem }) => `${stream} ${seq} ${problem}`),
		forged: report.forged.map(({ clearanceId }) => clearanceId),
		faultyRows: report.faultyRows,
		faultyCheckpoints: report.faultyCheckpoints,
		faulty: report.faulty.map(({ table, key, problem }) => `${table} ${key} ${problem}`),
	}
}
