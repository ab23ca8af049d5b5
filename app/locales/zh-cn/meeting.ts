/** The secretary's pages: meetings, pool, agenda, packet, outcomes. */
export const meeting = {
	title: '会议议程',
} as const
