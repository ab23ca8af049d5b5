/** The administrators' pages: organs, people, accounts, grants, the trail. */
export const administration = {
	title: '系统管理',
} as const
