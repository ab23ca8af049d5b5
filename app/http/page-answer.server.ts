import { z } from 'zod'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { notFound, refusalStatus } from './refusal-response.server.ts'

const MatterParams = z.object({ matterId: z.uuid() })

/** The matter that an address names; an address that names none is answered like one that may not be seen. */
export function matterIdOf(params: unknown): string {
	const parsed = MatterParams.safeParse(params)
	if (!parsed.success) throw notFound()
	return parsed.data.matterId
}

const MeetingParams = z.object({ meetingId: z.uuid() })

/** The meeting that an address names; an address that names none is answered like one that may not be seen. */
export function meetingIdOf(params: unknown): string {
	const parsed = MeetingParams.safeParse(params)
	if (!parsed.success) throw notFound()
	return parsed.data.meetingId
}

const DocumentParams = z.object({ documentId: z.uuid() })

/** The document that an address names; an address that names none is answered like one that is not there. */
export function documentIdOf(params: unknown): string {
	const parsed = DocumentParams.safeParse(params)
	if (!parsed.success) throw notFound()
	return parsed.data.documentId
}

const PaperParams = z.object({ paperId: z.uuid() })

/** The sealed paper that an address names; an address that names none is answered like one that may not be seen. */
export function paperIdOf(params: unknown): string {
	const parsed = PaperParams.safeParse(params)
	if (!parsed.success) throw notFound()
	return parsed.data.paperId
}

/** What a page shows, or the answer that there is no such page for this person. */
export function pageOrThrow<Page>(answer: Result<Page, Refusal>): Page {
	if (answer.ok) return answer.value
	if (answer.reason.code === 'not-found') throw notFound()
	throw new Response(null, { status: refusalStatus(answer.reason) })
}
