/** What the meeting's guards ask for. */
export type MeetingFacts = {
	readonly undecidedItems: number
	readonly listings: number
	/** Persons whom the attendance names. */
	readonly attendees: number
	/** Whether the agenda as it is now lies before the chair, or was approved. */
	readonly approval: 'none' | 'asked' | 'given'
	/** A leader has signed that the matter in question may join the fixed agenda. */
	readonly isUrgentlyApproved: boolean
}

/** What must hold of a meeting before an act on it. */
export const MEETING_REQUIREMENTS = {
	'agenda-has-items': (facts) => facts.listings > 0,
	'agenda-is-approved': (facts) => facts.listings > 0 && facts.approval === 'given',
	'approval-is-asked': (facts) => facts.approval === 'asked',
	'approval-is-theirs': (facts) => facts.approval !== 'none',
	'agenda-is-empty': (facts) => facts.listings === 0,
	'urgently-approved': (facts) => facts.isUrgentlyApproved,
	'record-is-whole': (facts) => facts.undecidedItems === 0 && facts.attendees > 0,
} as const satisfies Record<string, (facts: MeetingFacts) => boolean>

export type MeetingRequirement = keyof typeof MEETING_REQUIREMENTS
