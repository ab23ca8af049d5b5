/** The roles in which somebody is assigned to a matter: 承办审查人, 法律顾问 or 公职律师. */
export const ASSIGNMENT_ROLES = ['reviewer', 'counsel'] as const

export type AssignmentRole = (typeof ASSIGNMENT_ROLES)[number]
