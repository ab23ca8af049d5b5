import type { RecordDefinition } from './definition.ts'

/** What the trail keeps of what nobody does as an act of its own: clearances, sign-ins, downloads. */
export type RecordDetails = {
	'clearance.issued': Readonly<Record<string, unknown>>
	'clearance.voided': { readonly clearance: string; readonly cause: string }
	'clearance.consumed': { readonly clearance: string; readonly cause: string }
	'clearance.expired': { readonly clearance: string; readonly cause: string }
	'file.downloaded': Readonly<Record<string, unknown>>
	'session.opened': { readonly address: string }
	'session.ended': { readonly scope: string }
	'password.set': Readonly<Record<string, never>>
	'installation.opened': Readonly<Record<string, unknown>>
	'gate.wall-fired': { readonly command: string }
}

/** Entries of the trail that follow from an act, from the clock, or from coming and going. */
export const RECORDS = {
	'clearance.issued': {},
	'clearance.voided': { clearance: { valid: 'void' } },
	'clearance.consumed': { clearance: { valid: 'consumed' } },
	'clearance.expired': {
		clearance: { valid: 'expired' },
		// [29]; whether it is still out of scope is decided anew. What was decided stays decided.
		matter: { cleared: 'recheck', 'out-of-scope': 'accepted', decided: 'decided' },
	},
	'file.downloaded': {},
	'session.opened': {},
	'session.ended': {},
	'password.set': {},
	'installation.opened': {},
	'gate.wall-fired': {},
} as const satisfies Record<keyof RecordDetails, RecordDefinition>
