import { expect, test } from 'vitest'
import { evaluateGate } from '#app/domain/agenda-gate/evaluate-gate.ts'
import { CLEARED_STATES, ISSUING_STATES, MATTER_STATES } from '#app/domain/matter/matter-state.ts'
import { EVERY_EVENT } from '#tests/domain/review-workflow/matter-facts.ts'
import {
	type Happening,
	type Lack,
	type Procedure,
	BEGINNING,
	dossierOf,
	happen,
	owedFilings,
	standingOf,
} from '#tests/support/random-procedure.ts'

/** 500 with the other tests, 20,000 by `npm run test:model`. */
const SEQUENCES = Number(process.env['MODEL_SEQUENCES'] ?? 500)
const STEPS = 60
/** A sequence that breaks a rule is found again by its number. */
const SEED = 20_261_129

const HAPPENINGS: readonly Happening[] = [
	...EVERY_EVENT.map((event): Happening => ({ on: 'matter', event })),
	{ on: 'agenda', event: 'agenda.listed' },
	{ on: 'agenda', event: 'agenda.notified' },
	{ on: 'agenda', event: 'agenda.delisted' },
	{ on: 'counsel' },
]
const LACKS: readonly Lack[] = [
	{ missingMaterials: 1 },
	{ unansweredPoints: 2 },
	{ unsettledItems: 1 },
	{ isReadingConfirmed: false },
	{ unseenCharacters: [{ codePoint: 'U+200B', count: 1 }] },
	{ isWaiverOpen: true },
	{ isClockStopped: true },
	{ isForRegister: false },
	{ consent: 'asked' },
]
/** Events that come of themselves or end everything are drawn seldom, or no sequence would get far. */
const SELDOM: readonly string[] = [
	'matter.withdrawn',
	'matter.terminated',
	'matter.merged',
	'matter.returned',
	'scope.excluded',
	'clearance.expired',
	'opinion.revoked',
	'ending.requested',
	'supplement.requested',
]

/** The way to a meeting and beyond it, which is drawn more often than what leads aside. */
const ONWARD = [
	'submission.prepared',
	'matter.submitted',
	'matter.accepted',
	'reviewer.assigned',
	'opinion.sent-for-signature',
	'opinion.checked',
	'opinion.signed',
	'revision.submitted',
	'recheck.proposed',
	'recheck.signed',
	'agenda.',
	'outcome.recorded',
	'ruling.recorded',
	'meeting-text.',
	'text.',
]

const nameOf = (happening: Happening): string => {
	if (happening.on === 'counsel') return 'counsel finds it unlawful'
	if (happening.on === 'agenda') return happening.event
	const { event } = happening
	if (event.type === 'opinion.signed') return `${event.type} ${event.conclusion}`
	return 'outcome' in event ? `${event.type} ${event.outcome}` : event.type
}

/** The rules that no sequence of acts may break. */
function broken(at: Procedure): string | null {
	const { state, text, live, listed, signed, decided, issuable } = at
	const isCleared = (CLEARED_STATES as readonly string[]).includes(state)
	if (live && !signed.includes(live.text)) return 'a clearance that nobody has signed'
	if (live && live.text !== text) return 'a live clearance of another text'
	if (listed !== null && live?.text !== listed) return 'listed without a live clearance of its text'
	if (listed !== null && listed !== text) return 'another text is listed'
	if (isCleared && live === null) return 'shown as cleared without a clearance'
	const isOpen = evaluateGate(dossierOf(at)).isOpen
	if (isOpen && (live === null || at.hold || at.openRecusal)) return 'open over what is not cleared'
	if (isOpen && at.opinion?.conclusion === 'unlawful') return 'open over what was found unlawful'
	if (state === 'decided' && issuable === text) return 'issuable before the ruling'
	if (state === 'published' && at.filed < owedFilings(at)) return 'done while a filing is owed'
	if (state === 'filing' && at.filed >= owedFilings(at)) return 'to be filed with nobody'
	if (isIssuing(state) && (decided === null || issuable !== text)) return 'issued what was not decided'
	return isIssuing(state) && !signed.includes(decided ?? 0) ? 'decided what was not cleared' : null
}

const isIssuing = (state: string) => [...ISSUING_STATES, 'published'].some((each) => each === state)

/** A small generator of our own, so that a sequence is the same on every machine (mulberry32). */
function drawing(seed: number): (below: number) => number {
	let at = seed
	return (below) => {
		at = (at + 0x6d_2b_79_f5) | 0
		let mixed = Math.imul(at ^ (at >>> 15), 1 | at)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below
	}
}

/** The acts that the product takes here, and of these the ones that change something. */
const known = new Map<
	string,
	{ readonly taken: readonly Happening[]; readonly moving: readonly Happening[] }
>()

function takenAt(at: Procedure, lack: Lack) {
	const here = standingOf(at)
	const key = here + JSON.stringify(lack)
	const before = known.get(key)
	if (before) return before
	const taken = HAPPENINGS.filter((each) => happen(at, each, lack) !== null)
	const moving = taken.filter((each) => standingOf(happen(at, each, lack) ?? at) !== here)
	known.set(key, { taken, moving })
	return { taken, moving }
}

/** A third of the steps are drawn among all acts, the others among those that the product takes, and mostly move it on. */
function draw(at: Procedure, below: (n: number) => number): { happening: Happening; lack: Lack } {
	const lack = below(10) === 0 ? (LACKS[below(LACKS.length)] ?? {}) : {}
	const { taken, moving } = takenAt(at, lack)
	const often = (each: Happening) => !SELDOM.includes(nameOf(each)) || below(25) === 0
	const onward = moving.filter((each) => ONWARD.some((name) => nameOf(each).startsWith(name)))
	const choices =
		[HAPPENINGS, HAPPENINGS, taken, moving, onward, onward, onward, onward][below(8)] ?? HAPPENINGS
	const pool = choices.length > 0 ? choices : HAPPENINGS
	for (let tries = 0; tries < 8; tries += 1) {
		const happening = pool[below(pool.length)]
		if (happening && often(happening)) return { happening, lack }
	}
	return { happening: pool[below(pool.length)] ?? { on: 'counsel' }, lack }
}

test(`${SEQUENCES} random sequences over all acts list, issue and show as cleared nothing that is not`, () => {
	const states = new Map<string, number>()
	const acts = new Map<string, number>()
	let [taken, refused, listings] = [0, 0, 0]
	for (let number = 0; number < SEQUENCES; number += 1) {
		const below = drawing(SEED + number)
		let at = BEGINNING
		const path: string[] = []
		for (let step = 0; step < STEPS; step += 1) {
			const { happening, lack } = draw(at, below)
			const next = happen(at, happening, lack)
			if (next === null) {
				refused += 1
				continue
			}
			taken += 1
			at = next
			path.push(nameOf(happening))
			acts.set(nameOf(happening), (acts.get(nameOf(happening)) ?? 0) + 1)
			states.set(at.state, (states.get(at.state) ?? 0) + 1)
			if (at.listed !== null) listings += 1
			expect(broken(at), `sequence ${number}: ${path.join(', ')}`).toBeNull()
		}
	}
	const share = taken / (taken + refused)
	const missedStates = MATTER_STATES.filter((state) => !states.has(state))
	const missedActs = HAPPENINGS.map(nameOf).filter((name) => !acts.has(name))
	process.stdout.write(
		`${SEQUENCES} sequences, ${taken} steps taken, ${refused} refused (${(share * 100).toFixed(0)} % valid), ${listings} states with a listing; ` +
			`${states.size} of ${MATTER_STATES.length} states and ${acts.size} of ${HAPPENINGS.length} acts reached\n` +
			`not reached: ${[...missedStates, ...missedActs].join(', ') || 'nothing'}\n`,
	)
	expect(share).toBeGreaterThanOrEqual(0.3)
	expect(listings).toBeGreaterThan(SEQUENCES / 10)
}, 600_000)
