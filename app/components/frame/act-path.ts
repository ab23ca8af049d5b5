import type { MatterEventType } from '#app/domain/review-workflow/matter-events.ts'

/** Where each act on a matter has its form; acts that have their form elsewhere are not here. */
const PAGES = {
	'matter.edited': '/materials',
	'version.uploaded': '/draft',
	'waiver.requested': '/waiver',
	'waiver.granted': '/waiver',
	'submission.prepared': '/confirm',
	'submission.declined': '/confirm',
	'matter.submitted': '/confirm',
	'matter.accepted': '/intake',
	'supplement.requested': '/intake',
	'matter.returned': '/intake',
	'scope.excluded': '/exclude',
	'supplement.submitted': '/supplement',
	'reviewer.assigned': '/assign',
	'counsel.assigned': '/assign',
	'counsel-opinion.signed': '/counsel',
	'counsel-hold.disposed': '/hold',
	'opinion.sent-for-signature': '/opinion',
	'opinion.checked': '/opinion/sign',
	'opinion.sent-back': '/opinion/sign',
	'opinion.signed': '/opinion/sign',
	'opinion.revoked': '/revoke',
	'revision.submitted': '/replies',
	'clearance.reissued': '/recheck/sign',
	'recheck.proposed': '/recheck',
	'recheck.failed': '/recheck',
	'round.opened': '/recheck',
	'recheck.signed': '/recheck/sign',
	'recheck.refused': '/recheck/sign',
	'agenda.proposed': '/propose',
	'matter.withdrawn': '/withdraw',
} as const satisfies Partial<Record<MatterEventType, string>>

/** The acts that a matter's page leads to. */
export type LinkedAct = keyof typeof PAGES

/** Whether the page of a matter leads to this act. */
export function isLinked(act: MatterEventType): act is LinkedAct {
	return act in PAGES
}

/** The address of an act's form; an upload over a cleared text goes through the page that says what falls. */
export function actPath(act: LinkedAct, matterId: string, isCleared: boolean): string {
	if (act === 'version.uploaded' && isCleared) return `/matters/${matterId}/replace`
	return `/matters/${matterId}${PAGES[act]}`
}
