import { and, setup } from 'xstate'
import type { MatterEvent, MatterEventType, MatterFacts } from './matter-events.ts'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import { unmetRequirements } from './requirements.ts'

/**
 * The life of one matter: the only source of what may happen to it. Buttons, refusals, the drawn diagram
 * and the permission page all read this machine.
 *
 * No `after`, no `invoke`: a restart must not move a statutory date. The state is a plain column; snapshots
 * are never stored. Numbers in brackets are the transitions of the procedure table (domain paper §8.4).
 */
export const matterMachine = setup({
	types: {
		context: {} as MatterFacts,
		events: {} as MatterEvent,
		input: {} as MatterFacts,
	},
	guards: {
		allowed: ({ context, event }) => unmetRequirements(event.type, context).length === 0,
		lawful: ({ event }) => event.type === 'opinion.signed' && event.conclusion === 'lawful',
		amend: ({ event }) => event.type === 'opinion.signed' && event.conclusion === 'amend',
		unlawful: ({ event }) => event.type === 'opinion.signed' && event.conclusion === 'unlawful',
		supplementBeforeAcceptance: ({ context }) => context.supplementFrom === 'submitted',
		supplementInReview: ({ context }) => context.supplementFrom === 'reviewing',
		passes: ({ event }) =>
			event.type === 'outcome.recorded' &&
			(event.outcome === 'passed' || event.outcome === 'passed-in-principle'),
		goesBack: ({ event }) => event.type === 'outcome.recorded' && event.outcome === 'revise-and-resubmit',
		fails: ({ event }) => event.type === 'outcome.recorded' && event.outcome === 'not-passed',
		goesElsewhere: ({ event }) => event.type === 'outcome.recorded' && event.outcome === 'other',
	},
}).createMachine({
	id: 'matter',
	context: ({ input }) => input,
	initial: 'draft',
	states: {
		draft: { on: inTheDraftersHands('draft') },
		returned: { on: inTheDraftersHands('returned') },
		'not-passed': { on: { ...inTheDraftersHands('not-passed'), 'opinion.revoked': to('reviewing') } },
		submitted: {
			on: {
				'matter.accepted': to('accepted'), // [6]
				'supplement.requested': to('supplement'), // [2]
				'matter.returned': to('returned'), // [5]
				'scope.excluded': to('out-of-scope'), // [7]
				'matter.withdrawn': to('withdrawn'), // [25]
			},
		},
		supplement: {
			on: {
				'matter.edited': to('supplement'),
				'version.uploaded': to('supplement'),
				...waiverOfCharacters('supplement'),
				'supplement.submitted': [
					{ target: 'submitted', guard: and(['allowed', 'supplementBeforeAcceptance']) },
					{ target: 'reviewing', guard: and(['allowed', 'supplementInReview']) },
				], // [3]
				'matter.returned': to('returned'), // [4]
				'matter.withdrawn': to('withdrawn'),
			},
		},
		accepted: {
			on: {
				'reviewer.assigned': to('reviewing'), // [8]
				'scope.excluded': to('out-of-scope'),
				'agenda.proposed': to('accepted'), // [30]
				'matter.withdrawn': to('withdrawn'),
			},
		},
		reviewing: {
			on: {
				'reviewer.assigned': to('reviewing'),
				'counsel.assigned': to('reviewing'),
				'counsel-opinion.signed': to('reviewing'), // [13]
				'counsel-hold.disposed': to('reviewing'),
				'opinion.saved': to('reviewing'),
				'match.corrected': to('reviewing'),
				'opinion.sent-for-signature': to('signoff'), // [14]
				'supplement.requested': to('supplement'),
				'matter.returned': to('returned'),
				'agenda.proposed': to('reviewing'),
				'matter.withdrawn': to('withdrawn'),
			},
		},
		signoff: {
			on: {
				'counsel-hold.disposed': to('signoff'),
				'opinion.checked': to('signoff'),
				'opinion.sent-back': to('reviewing'),
				'opinion.signed': [
					{ target: 'cleared', guard: and(['allowed', 'lawful']) }, // [16]
					{ target: 'revising', guard: and(['allowed', 'amend']) }, // [17]
					{ target: 'not-passed', guard: and(['allowed', 'unlawful']) }, // [18]
				],
				'agenda.proposed': to('signoff'),
				'matter.withdrawn': to('withdrawn'),
			},
		},
		revising: {
			on: {
				...inTheDraftersHands('revising'),
				'reply.saved': to('revising'),
				'revision.submitted': to('recheck'), // [21]
				'clearance.reissued': to('cleared'), // [27] (a)
				'opinion.revoked': to('reviewing'), // [15]
				'agenda.proposed': to('revising'),
			},
		},
		recheck: {
			on: {
				'reviewer.assigned': to('recheck'), // in place of one who is no longer there
				'match.corrected': to('recheck'),
				'recheck.proposed': to('recheck'),
				'recheck.signed': to('cleared'), // [22], [24] (a), [27] (b)
				'recheck.refused': to('revising'), // [24] (b)
				'recheck.failed': to('revising'), // [23]
				'round.opened': to('reviewing'), // [23]
				'opinion.revoked': to('reviewing'),
				'agenda.proposed': to('recheck'),
				'matter.withdrawn': to('withdrawn'),
			},
		},
		cleared: {
			on: {
				'version.uploaded': to('revising'), // [27]
				'opinion.revoked': to('reviewing'), // [15]
				'clearance.expired': to('recheck'), // [29]
				'agenda.proposed': to('cleared'),
				'outcome.recorded': afterTheMeeting('cleared'),
				'matter.withdrawn': to('withdrawn'),
			},
		},
		'out-of-scope': {
			on: {
				'version.uploaded': to('revising'),
				'clearance.expired': to('accepted'), // [29]: whether it is still out of scope is decided anew
				'agenda.proposed': to('out-of-scope'),
				'outcome.recorded': afterTheMeeting('out-of-scope'),
				'matter.withdrawn': to('withdrawn'),
			},
		},
		// A clearance that waits for a higher organ may run out; what was decided stays decided.
		decided: { on: { 'clearance.expired': to('decided') } },
		issuing: {},
		withdrawn: {},
		terminated: {},
	},
})

function to<State extends MatterState>(target: State) {
	return { target, guard: { type: 'allowed' } } as const
}

/** While the text is with the drafting unit it may be changed, and submitted once its head has signed [1]. */
function inTheDraftersHands<State extends MatterState>(here: State) {
	return {
		'matter.edited': to(here),
		'version.uploaded': to(here),
		...waiverOfCharacters(here),
		'submission.prepared': to(here),
		'submission.declined': to(here),
		'matter.submitted': to('submitted'),
		'matter.withdrawn': to('withdrawn'),
	} as const satisfies Partial<Record<MatterEventType, unknown>>
}

/** The intake may let invisible characters stand in a text that is not submitted yet. */
function waiverOfCharacters<State extends MatterState>(here: State) {
	return {
		'waiver.requested': to(here),
		'waiver.granted': to(here),
		'waiver.declined': to(here),
	} as const satisfies Partial<Record<MatterEventType, unknown>>
}

/** The effects of an outcome on the matter (table "After-meeting effects"); what neither decides nor sends back stays. */
function afterTheMeeting<State extends MatterState>(here: State) {
	return [
		{ target: 'issuing', guard: { type: 'passes' } },
		{ target: 'revising', guard: { type: 'goesBack' } },
		{ target: 'terminated', guard: { type: 'fails' } },
		{ target: 'decided', guard: { type: 'goesElsewhere' } },
		{ target: here },
	] as const
}
