import { describe, expect, test } from 'vitest'
import { dossierOf } from '#app/domain/agenda-gate/dossier-of-matter.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { day, matterRecord } from '#tests/support/sample-records.ts'

/** What the gate knows of a matter's proposal, in a district with one government office. */
function proposal(change: Partial<MatterRecord>) {
	return dossierOf(matterRecord(change), {
		now: day(20),
		hands: {
			drafterIds: [],
			headIds: [],
			reviewerId: null,
			formerReviewerIds: [],
			checkerId: null,
			signerId: null,
			formerCheckerIds: [],
			formerSignerIds: [],
			listerIds: [],
			counselIds: [],
			isTwoPersonReview: false,
			asOne: [],
		},
		governmentOfficeIds: ['office'],
		nameOf: () => '',
		laws: { changed: [], reaches: null },
		proof: null,
		alteredParts: [],
	})
}

const PROPOSAL: MatterRecord['agendaItems'][number] = {
	jurisdictionId: 'district',
	id: 'item',
	organId: 'office',
	meetingId: null,
	matterId: 'matter',
	kind: 'decision',
	title: '',
	state: 'proposed',
	position: 0,
	deferrals: 0,
	presenter: null,
	minutes: null,
	proposedBy: 'head',
	postId: 'post',
	proposedAt: day(12),
	stateReason: null,
	listing: null,
	outcome: null,
	meeting: null,
}

describe('whose meeting decides (H16)', () => {
	const proposedTo = (organId: string, state: 'proposed' | 'removed' = 'proposed') => ({
		agendaItems: [{ ...PROPOSAL, organId, state }],
	})
	test.each([
		['government', 'office', true],
		['government', 'agriculture', false],
		['approved-by-government', 'office', true],
		['approved-by-government', 'agriculture', false],
		['own-organ', 'agriculture', true],
		['own-organ', 'office', false],
		['own-organ', 'housing', false],
	] as const)(
		'what is issued by %s and proposed to %s is proposed rightly: %s',
		(issuer, organId, isRight) => {
			expect(proposal({ issuer, organId: 'agriculture', ...proposedTo(organId) }).isProposedRightly).toBe(
				isRight,
			)
		},
	)
	test('nobody is asked while it is proposed to none, or its item is closed', () => {
		expect(proposal({ agendaItems: [] }).isProposedRightly).toBeNull()
		expect(proposal(proposedTo('housing', 'removed')).isProposedRightly).toBeNull()
	})
})
