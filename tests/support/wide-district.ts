import fc from 'fast-check'
import { MATTER_STATES } from '#app/domain/matter/matter-state.ts'
import { REQUEST_KINDS } from '#app/domain/matter/matter-request.ts'
import { TRACKS } from '#app/domain/matter/track.ts'
import { COUNSEL_CONCLUSIONS } from '#app/domain/opinion/conclusion.ts'
import type { Actor, Post, StandsFor } from '#app/domain/permission/relation.ts'
import { type Role, BUSINESS_ROLES } from '#app/domain/permission/role.ts'
import type { TestShell } from './open-test-shell.ts'

/** Organs with two units each, two of them review bodies, and an office that keeps an agenda. */
const ORGANS = {
	agriculture: 'department',
	housing: 'department',
	justice: 'review-body',
	centre: 'review-body',
	office: 'government-office',
} as const

const ORGAN_NAMES = Object.keys(ORGANS) as (keyof typeof ORGANS)[]
const UNIT_NAMES = ['one', 'two'] as const
export const PERSONS = ['ann', 'ben', 'cai'] as const

/** The ids of a wide district in one test's database. */
export type WideDistrict = {
	readonly jurisdictionId: string
	readonly organ: (name: string) => string
	readonly unit: (organ: string, name: string) => string
}

/** Writes a district whose organs have several units each, in which one person may hold several posts. */
export async function seedWideDistrict(shell: TestShell): Promise<WideDistrict> {
	const jurisdictionId = shell.newId()
	await shell.db.jurisdiction.create({
		data: { id: jurisdictionId, name: '青禾区', code: 'wide', createdAt: shell.now() },
	})
	const district: WideDistrict = {
		jurisdictionId,
		organ: (name) => `${jurisdictionId}-${name}`,
		unit: (organ, name) => `${jurisdictionId}-${organ}-${name}`,
	}
	for (const name of ORGAN_NAMES) {
		const organId = district.organ(name)
		await shell.db.organ.create({
			data: { jurisdictionId, id: organId, name, shortName: name, kind: ORGANS[name] },
		})
		for (const unit of UNIT_NAMES)
			await shell.db.unit.create({
				data: { jurisdictionId, id: district.unit(name, unit), organId, name: unit, kind: 'ordinary' },
			})
	}
	return district
}

/** A post as it is drawn: a role in an organ, in one of its units or in none. */
export type DrawnPost = {
	readonly role: Role
	readonly organ: string
	readonly unit: string | null
	/** Whose post it is, of one in whose place somebody stands. */
	readonly standsFor: string | null
}

const POST: fc.Arbitrary<DrawnPost> = fc.record({
	role: fc.constantFrom(...BUSINESS_ROLES),
	organ: fc.constantFrom(...ORGAN_NAMES, 'agriculture', 'justice'),
	unit: fc.option(fc.constantFrom(...UNIT_NAMES)),
	standsFor: fc.option(fc.constantFrom(...PERSONS)),
})

/** Somebody with up to three posts. */
export const DRAWN_ACTOR = fc.record({
	personId: fc.constantFrom(...PERSONS),
	posts: fc.array(POST, { minLength: 2, maxLength: 4 }),
})

export function actorIn(
	district: WideDistrict,
	{ personId, posts }: { readonly personId: string; readonly posts: readonly DrawnPost[] },
): Actor {
	return {
		jurisdictionId: district.jurisdictionId,
		accountId: personId,
		personId,
		name: personId,
		posts: posts.map(({ role, organ, unit, standsFor }, at): Post => ({
			id: `post-${at}`,
			role,
			organId: district.organ(organ),
			unitId: unit && district.unit(organ, unit),
			...(standsFor === null ? {} : { standsFor: placeOf(standsFor) }),
		})),
	}
}

function placeOf(personId: string): StandsFor {
	return { delegationId: 'd', personId, name: personId, startsOn: '2026-11-23', endsOn: '2026-11-27' }
}

const OPEN_STATES = ['proposed', 'blocked'] as const
const CLOSED_STATES = ['removed', 'postponed', 'discussed'] as const

/** A matter as it is drawn: whatever the columns and rows that ties and turns are read from can say together. */
export const DRAWN_MATTER = fc.record({
	state: fc.constantFrom(...MATTER_STATES),
	round: fc.integer({ min: 1, max: 2 }),
	organ: fc.constantFrom('agriculture', 'housing'),
	unit: fc.constantFrom(...UNIT_NAMES),
	reviewOrgan: fc.option(fc.constantFrom('justice', 'justice', 'centre', 'agriculture'), { freq: 8 }),
	reviewUnit: fc.option(fc.constantFrom(...UNIT_NAMES), { freq: 1 }),
	reviewerId: fc.option(fc.constantFrom(...PERSONS)),
	awaitingHead: fc.boolean(),
	awaitingSignature: fc.boolean(),
	changedAfterClearance: fc.boolean(),
	wasSubmitted: fc.boolean(),
	tracks: fc.subarray([...TRACKS], { minLength: 1, maxLength: 2 }),
	/** Of the current text or of another one; answered or not. */
	waivers: fc.array(fc.record({ isOfCurrent: fc.boolean(), isAnswered: fc.boolean() }), { maxLength: 2 }),
	assignments: fc.array(
		fc.record({
			role: fc.constantFrom('reviewer', 'counsel'),
			personId: fc.constantFrom(...PERSONS),
			isEnded: fc.boolean(),
			/** What counsel said of an interest; null for nothing. */
			hasInterest: fc.constantFrom(null, true, false),
		}),
		{ maxLength: 3 },
	),
	counsel: fc.array(
		fc.record({
			round: fc.integer({ min: 1, max: 2 }),
			personId: fc.constantFrom(...PERSONS),
			conclusion: fc.constantFrom(...COUNSEL_CONCLUSIONS),
			isDisposed: fc.boolean(),
		}),
		{ maxLength: 2 },
	),
	/** Requests to step back: open (null), granted or declined. */
	recusals: fc.array(
		fc.record({
			personId: fc.constantFrom(...PERSONS),
			isGranted: fc.constantFrom(null, true, false),
		}),
		{ maxLength: 2 },
	),
	/** What was asked of others on the clock, and whether it stands still. */
	requests: fc.array(fc.record({ kind: fc.constantFrom(...REQUEST_KINDS), isAnswered: fc.boolean() }), {
		maxLength: 2,
	}),
	isClockStopped: fc.boolean(),
	/** What was said of the consent to the open item: asked (null), given or sent back, on this text or another. */
	consents: fc.array(
		fc.record({
			leaderId: fc.constantFrom(...PERSONS),
			isGiven: fc.constantFrom(null, true, false),
			isOnCurrent: fc.boolean(),
			isPaper: fc.boolean(),
		}),
		{ maxLength: 2 },
	),
	/** The steps of an emergency order, on this text or another. */
	emergency: fc.array(
		fc.record({
			step: fc.constantFrom('asked', 'signed', 'declined', 'filed', 'revoked'),
			leaderId: fc.constantFrom(...PERSONS),
			isOnCurrent: fc.boolean(),
		}),
		{ maxLength: 3 },
	),
	opinions: fc.array(fc.record({ isRevoked: fc.boolean() }), { maxLength: 2 }),
	checkedRound: fc.option(fc.integer({ min: 1, max: 2 })),
	/** Closed items of before, and at most one that is open: a matter is proposed to one meeting at a time. */
	closedItems: fc.array(
		fc.record({
			organ: fc.constantFrom('office', 'agriculture'),
			state: fc.constantFrom(...CLOSED_STATES),
		}),
		{ maxLength: 2 },
	),
	openItem: fc.option(
		fc.record({
			organ: fc.constantFrom('office', 'agriculture'),
			state: fc.constantFrom(...OPEN_STATES),
		}),
	),
})

export type DrawnMatter = typeof DRAWN_MATTER extends fc.Arbitrary<infer Drawn> ? Drawn : never
