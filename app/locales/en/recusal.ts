/** The page on which counsel say whether they have an interest, before they see a paper. */
export const interest = {
	title: 'Say whether you have an interest',
	back: 'My work',
	lead: 'Counsel who have an interest in a matter must stand aside. Until you have said so, you see its title and who drafts it.',
	about: 'Matter',
	from: 'Drafted by {{organ}} {{unit}}',
	noneTitle: 'No interest',
	noneLead: 'After this you can read the draft and its papers, and sign your written opinion.',
	none: 'Declare that I have no interest',
	someTitle: 'An interest',
	someLead:
		'After this you take no part in the matter and cannot see it any more; the lead of the review body assigns somebody else.',
	words: 'What your interest is',
	some: 'Declare an interest and stand aside',
	record: 'Interests declared by counsel',
	nobody: 'Nobody has declared anything yet.',
	saidNone: 'No interest',
	saidSome: 'Has an interest and stands aside: {{words}}',
} as const

/** The page on which a reviewer asks to step back, and the lead decides. */
export const recusal = {
	title: 'Recusal',
	lead: 'A reviewer who has an interest in the matter asks for recusal; the lead of the review body decides. Until then nothing is sent for signature or signed, and the matter cannot go to a meeting. The period runs on.',
	record: 'Recusal requests and decisions',
	none: 'Nobody has asked for recusal.',
	colon: ': ',
	open: 'Waits for the lead of the review body',
	granted: 'granted it',
	declined: 'declined it',
	askLead: 'Once it is granted you no longer review this matter, and no longer see it.',
	ground: 'Ground for recusal',
	groundHint: 'For example: you or a close relative have an interest in the matter.',
	ask: 'Ask for recusal',
	decideLead:
		'If you grant it, the assignment ends at once: please assign somebody else next. If you decline it, the reviewer goes on.',
	reason: 'Reason for the decision',
	grant: 'Grant',
	decline: 'Decline',
} as const
