/** How a public comment (公众意见) came: on the public page, at a legislative contact point (基层立法联系点), otherwise. */
export const COMMENT_SOURCES = ['online', 'contact-point', 'letter'] as const

export type CommentSource = (typeof COMMENT_SOURCES)[number]

/** What the drafting unit enters; what came on the page nobody enters. */
export const ENTERED_SOURCES = ['contact-point', 'letter'] as const satisfies readonly CommentSource[]
