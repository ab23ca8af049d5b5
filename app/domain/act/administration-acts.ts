import type { DoingDefinition } from './definition.ts'
import { AUDIT_ADMINISTRATOR, SECURITY_ADMINISTRATOR, SYSTEM_ADMINISTRATOR } from './who.ts'

type PostDetail = { readonly post: string; readonly person: string; readonly role: string }

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
	}
	/** Null ends a designation. */
	'review-body.designated': { readonly organ: string; readonly designated: string | null }
	'account.created': { readonly person: string; readonly account: string; readonly name: string }
	'account.disabled': { readonly account: string; readonly person: string }
	'account.link-issued': { readonly account: string }
	'grant.requested': PostDetail & { readonly organ: string; readonly unit: string | null }
	'grant.confirmed': PostDetail
	'grant.declined': PostDetail
	'grant.ended': PostDetail
	'audit.verified': {
		readonly streams: number
		readonly brokenStreams: number
		readonly forgedClearances: number
		readonly broken: readonly string[]
		readonly forged: readonly string[]
	}
}

/** The acts of the three administrators (三员). */
export const ADMINISTRATION_ACTS = {
	'organisation.edited': { who: SYSTEM_ADMINISTRATOR, page: '/admin/people/organs', told: [] },
	'organisation.imported': { who: SYSTEM_ADMINISTRATOR, page: '/admin/import', told: [] },
	'review-body.designated': { who: SYSTEM_ADMINISTRATOR, page: '/admin/people/organs', told: [] },
	'account.created': { who: SYSTEM_ADMINISTRATOR, page: '/admin/people', told: [] },
	'account.disabled': { who: SYSTEM_ADMINISTRATOR, page: '/admin/people/:personId', told: ['named'] },
	'account.link-issued': { who: SYSTEM_ADMINISTRATOR, page: '/admin/people/:personId', told: [] },
	'grant.requested': { who: SECURITY_ADMINISTRATOR, page: '/admin/grants', told: [] },
	'grant.ended': { who: SECURITY_ADMINISTRATOR, page: '/admin/grants', told: [] },
	'grant.confirmed': { who: SYSTEM_ADMINISTRATOR, page: '/admin/grants', told: ['named'] },
	'grant.declined': { who: SYSTEM_ADMINISTRATOR, page: '/admin/grants', told: ['named'] },
	'audit.verified': { who: AUDIT_ADMINISTRATOR, page: '/audit', told: [] },
} as const satisfies Record<keyof AdministrationDetails, DoingDefinition>
