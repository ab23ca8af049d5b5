/** Whose turn it is: the work list and the overview of a matter. */
export const worklist = {
	title: '待我办理',
} as const
