/** The review side's pages: intake, assignment, counsel, opinion, signing, re-check. */
export const review = {
	title: '审查',
} as const
