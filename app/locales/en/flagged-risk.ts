/** What an opinion says of a legal risk that it flags, in words. */
export const risk = {
	title: 'Flagged legal risk (only of a decision that explores what no rule of the state speaks of yet)',
	rule: 'Decree 713 art. 25: it may go before the meeting with its legal risks said aloud. What a law, regulation or rule forbids may not.',
	ground: 'Why no rule of the state speaks of it: what was looked through, and why nothing there applies',
	risks: 'The legal risks, one a line',
	measures: 'The measures against them, one a line',
	isUnprohibited: 'I confirm that no law, regulation or rule forbids this decision',
} as const
