/** What the signature under each conclusion of an opinion does, in words. */
export const effect = {
	lawful: 'A clearance is issued on this version only; it may be proposed for a meeting',
	amend: 'Back to the drafting unit, due in {{days}} working day{{days, s}}; not listed before it is mended',
	'risk-flagged':
		'Its clearance for discussion with flagged legal risk is issued, for this version only; the risks are read out at the meeting',
	unlawful: 'Not passed and not listed; the drafting unit may redraft and submit again',
} as const
