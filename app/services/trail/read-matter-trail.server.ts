import { openEntry, type TrailKind } from '#app/domain/act/trail-entry.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { permit } from '#app/domain/permission/permit.ts'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import { loadReference } from '#app/db/load-reference.server.ts'
import { rulesDay } from '#app/domain/matter-record/rules-day.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import type { Role } from '#app/domain/permission/role.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { type MatterHeading, openMatterPage } from '#app/services/matter/open-matter-page.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type TrailAbout, trailAbout } from './trail-about.server.ts'
import { verifyStream } from './verify-trail.server.ts'

/** 全部 · 办理 · 稿件 · 被拒绝. */
export const TRAIL_FILTERS = ['all', 'acts', 'texts', 'refused'] as const

export type TrailFilter = (typeof TRAIL_FILTERS)[number]

/** One entry of the trail, without the working papers that its facts may point to. */
export type TrailLine = {
	readonly seq: number
	readonly hash: string
	readonly at: string
	readonly kind: string
	readonly isRefused: boolean
	readonly times: number
	readonly actor: string
	/** In whose place they acted (受委托). */
	readonly actedFor: string | null
	readonly role: Role | null
	readonly before: string | null
	readonly after: string | null
	readonly about: TrailAbout | null
	/** What was refused: the code, and for the gate the rules that were not met. */
	readonly refusal: { readonly code: string; readonly unmet: readonly string[] } | null
}

export type TrailPage = {
	readonly heading: MatterHeading
	readonly lines: readonly TrailLine[]
	readonly next: number | null
	readonly entries: number
	readonly fault: { readonly seq: number } | null
	readonly head: { readonly seq: number; readonly hash: string } | null
	readonly verifiedAt: string
}

const TEXT_KINDS: readonly TrailKind[] = [
	'version.uploaded',
	'clearance.issued',
	'clearance.voided',
	'clearance.reissued',
	'clearance.consumed',
	'clearance.expired',
	'revision.submitted',
]
const PAGE = 100

/** Reads the trail of a matter, newest first, having verified its whole chain; goes on below the entry `before`. */
export async function readMatterTrail(
	shell: Shell,
	actor: Actor,
	matterId: string,
	{ filter, before }: { readonly filter: TrailFilter; readonly before: number | null },
): Promise<Result<TrailPage, Refusal>> {
	const opened = await openMatterPage(shell, actor, matterId)
	if (!opened.ok) return opened
	if (!permit(actor, 'trail.read', subjectOf(opened.value.matter)).ok)
		return refuse({ code: 'not-permitted', act: 'trail.read' })
	const { jurisdictionId } = actor
	const stream = `matter/${matterId}`
	const head = await shell.db.auditStream.findUnique({
		where: { jurisdictionId_stream: { jurisdictionId, stream } },
	})
	const finding = head ? await verifyStream(shell, head) : null
	const rows = await shell.db.auditEntry.findMany({
		where: {
			jurisdictionId,
			stream,
			...narrowed(filter),
			...(before === null ? {} : { seq: { lt: before } }),
		},
		orderBy: { seq: 'desc' },
		take: PAGE + 1,
		include: { tally: { select: { count: true } } },
	})
	const today = plainDateIn(shell.now())
	const { checklist } = await loadReference(shell.db, today, rulesDay(opened.value.matter, today))
	return accept({
		heading: opened.value.heading,
		lines: rows.slice(0, PAGE).map((row) => {
			const entry = openEntry(row.leaf)
			return {
				seq: row.seq,
				hash: row.hash,
				at: row.at.toISOString(),
				kind: entry.kind,
				isRefused: entry.outcome === 'refused',
				times: row.tally?.count ?? 1,
				actor: entry.actor?.name ?? '',
				actedFor: entry.actor?.for?.name ?? null,
				role: entry.actor?.role ?? null,
				before: entry.pre,
				after: entry.post,
				about: entry.outcome === 'done' ? trailAbout(entry, checklist) : null,
				refusal:
					entry.outcome === 'refused'
						? { code: entry.detail.code ?? '', unmet: entry.detail.unmet ?? [] }
						: null,
			}
		}),
		next: rows.length > PAGE ? (rows[PAGE - 1]?.seq ?? null) : null,
		entries: finding?.entries ?? 0,
		fault: finding?.fault ? { seq: finding.fault.seq } : null,
		head: head ? { seq: head.seq, hash: head.hash } : null,
		verifiedAt: shell.now().toISOString(),
	})
}

function narrowed(filter: TrailFilter) {
	switch (filter) {
		case 'all':
			return {}
		case 'acts':
			return { outcome: 'done', kind: { notIn: [...TEXT_KINDS] } }
		case 'texts':
			return { kind: { in: [...TEXT_KINDS] } }
		case 'refused':
			return { outcome: 'refused' }
	}
}
