/** Fields whose content is never shown again, kept or offered: passwords and one-time codes, under each of their names. */
export const SECRET_FIELDS: ReadonlySet<string> = new Set([
	'password',
	'newPassword',
	'repeat',
	'oneTimeCode',
])
