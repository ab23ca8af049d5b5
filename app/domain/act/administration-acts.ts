import type { DoingDefinition } from './definition.ts'
import {
	AUDIT_ADMINISTRATOR,
	HEAD_OF_HOLDER,
	RECOVERY_ASKER,
	RECOVERY_CONFIRMER,
	SECURITY_ADMINISTRATOR,
	SYSTEM_ADMINISTRATOR,
} from './who.ts'

type RecoveryDetail = { readonly recovery: string; readonly account: string; readonly person: string }
type PostDetail = { readonly post: string; readonly person: string; readonly role: string }

type DesignationDetail = {
	readonly designation: string
	readonly organ: string
	readonly designated: string | null
}

/** What a verification of the trail read, and the first of what does not hold. */
export type VerifiedDetail = {
	readonly streams: number
	readonly brokenStreams: number
	readonly forgedClearances: number
	readonly broken: readonly string[]
	readonly forged: readonly string[]
	/** Rows that do not answer to the trail; entries of before say nothing of them. */
	readonly faultyRows?: number
	readonly faulty?: readonly string[]
	/** Checkpoints that do not hold, and places of the list that they cover. */
	readonly faultyCheckpoints?: number
}

/** What the trail keeps of each act of administration. None of them touches a matter. */
export type AdministrationDetails = {
	'organisation.edited': {
		readonly added: 'organ' | 'unit'
		readonly id: string
		readonly organ?: string
		readonly name: string
		readonly kind: string
	}
	'organisation.imported': {
		readonly organs: number
		readonly units: number
		readonly people: number
		readonly accounts: readonly string[]
		/** Posts that the table asks for, as account:role; entries of before have none. */
		readonly posts?: number
		readonly roles?: readonly string[]
	}
	/** Null ends a designation. */
	'review-body.designated': { readonly organ: string; readonly designated: string | null }
	'designation.confirmed': DesignationDetail
	'designation.declined': DesignationDetail
	'account.created': { readonly person: string; readonly account: string; readonly name: string }
	'account.disabled': { readonly account: string; readonly person: string }
	/** The link by the hash under which the database knows it: one without its entry here is not honoured. */
	'account.link-issued': { readonly account: string; readonly link: string }
	/** Each link by its hash, as above. */
	'account.first-links-issued': {
		readonly links: readonly { readonly account: string; readonly link: string }[]
	}
	'account.recovery-requested': RecoveryDetail & { readonly reason: string }
	'account.recovery-confirmed': RecoveryDetail & { readonly requestedBy: string; readonly link: string }
	'account.recovery-declined': RecoveryDetail
	'account.hold-lifted': RecoveryDetail
	'grant.requested': PostDetail & { readonly organ: string; readonly unit: string | null }
	'grant.confirmed': PostDetail
	'grants.confirmed': { readonly grants: readonly PostDetail[] }
	'grants.declined': PostDetail
	'grant.declined': PostDetail
	'grant.ended': PostDetail
	'audit.verified': VerifiedDetail
}

/** The acts of the three administrators (三员), and what the head of an organ does on their account of its people. */
export const ADMINISTRATION_ACTS = {
	'organisation.edited': { who: SYSTEM_ADMINISTRATOR, page: '/admin/people/organs', told: [] },
	'organisation.imported': { who: SYSTEM_ADMINISTRATOR, page: '/admin/import', told: [] },
	'review-body.designated': { who: SYSTEM_ADMINISTRATOR, page: '/admin/people/organs', told: ['named'] },
	// A second pair of eyes: who reviews whose texts is said by no one person.
	'designation.confirmed': {
		who: SECURITY_ADMINISTRATOR,
		isOwnHand: true,
		page: '/admin/people/organs',
		told: ['named'],
	},
	'designation.declined': { who: SECURITY_ADMINISTRATOR, page: '/admin/people/organs', told: ['named'] },
	'account.created': { who: SYSTEM_ADMINISTRATOR, page: '/admin/people', told: [] },
	'account.disabled': { who: SYSTEM_ADMINISTRATOR, page: '/admin/people/:personId', told: ['named'] },
	'account.link-issued': { who: SYSTEM_ADMINISTRATOR, page: '/admin/people/:personId', told: ['named'] },
	// Who signs gets it from whoever confirmed their posts: the service asks for more than the role.
	'account.first-links-issued': { who: SECURITY_ADMINISTRATOR, page: '/admin/first-links', told: [] },
	'account.recovery-requested': {
		who: RECOVERY_ASKER,
		page: '/admin/people/:personId',
		told: ['named'],
	},
	'account.recovery-confirmed': {
		who: RECOVERY_CONFIRMER,
		isOwnHand: true,
		page: '/recoveries',
		told: ['named'],
	},
	'account.recovery-declined': { who: RECOVERY_CONFIRMER, page: '/recoveries', told: ['named'] },
	'account.hold-lifted': {
		who: HEAD_OF_HOLDER,
		isOwnHand: true,
		page: '/recoveries',
		told: ['named'],
	},
	'grant.requested': { who: SECURITY_ADMINISTRATOR, page: '/admin/grants', told: ['named'] },
	'grant.ended': { who: SECURITY_ADMINISTRATOR, page: '/admin/grants', told: ['named'] },
	'grant.confirmed': {
		who: SYSTEM_ADMINISTRATOR,
		isOwnHand: true,
		page: '/admin/grants',
		told: ['named'],
	},
	// What a table of the system administrator asks for, the security administrator answers: never the same two for both.
	'grants.confirmed': {
		who: SECURITY_ADMINISTRATOR,
		isOwnHand: true,
		page: '/admin/grants',
		told: ['named'],
	},
	'grants.declined': { who: SECURITY_ADMINISTRATOR, page: '/admin/grants', told: ['named'] },
	'grant.declined': { who: SYSTEM_ADMINISTRATOR, page: '/admin/grants', told: ['named'] },
	'audit.verified': { who: AUDIT_ADMINISTRATOR, page: '/audit', told: [] },
} as const satisfies Record<keyof AdministrationDetails, DoingDefinition>
