import { expect, test } from 'vitest'
import { isUnder, navigationFor } from '#app/components/frame/navigation-entries.ts'
import { type Role, ADMINISTRATOR_ROLES, ROLES } from '#app/domain/permission/role.ts'

const PLACES: readonly [Role, string][] = [
	['drafter', '/work /matters /register /compare /precheck'],
	['department-head', '/work /matters /meetings /register /compare /precheck'],
	['registrar', '/work /matters /register /compare /precheck'],
	['reviewer', '/work /matters /meetings /register /compare /precheck'],
	['signing-officer', '/work /matters /meetings /register /compare /precheck'],
	['counsel', '/work /matters /compare'],
	['secretary', '/work /matters /meetings /register /compare'],
	['leader', '/work /matters /meetings /compare'],
	['supervisor', '/work /matters /meetings /audit /compare'],
	['system-administrator', '/work /admin/people /admin/grants /recoveries /admin/reference'],
	['security-administrator', '/work /admin/people /admin/grants /recoveries /admin/reference'],
	['audit-administrator', '/work /recoveries /audit /admin/reference'],
]

test.each(PLACES)('the bar of a %s leads to %s', (role, places) => {
	expect(navigationFor([role]).map((entry) => entry.to)).toEqual(places.split(' '))
})

test('counsel are led to the matters that are theirs, in these words', () => {
	expect(navigationFor(['counsel']).map((entry) => entry.key)).toEqual(['work', 'myMatters', 'compare'])
})

test('who has several posts sees each place once', () => {
	const places = navigationFor(['reviewer', 'counsel', 'checker']).map((entry) => entry.to)
	expect(places).toEqual([...new Set(places)])
})

test('no administrator is led to matters or meetings, and nobody sees more than six entries', () => {
	for (const role of ADMINISTRATOR_ROLES)
		expect(navigationFor([role]).filter((entry) => ['/matters', '/meetings'].includes(entry.to))).toEqual([])
	for (const role of ROLES) expect(navigationFor([role]).length).toBeLessThanOrEqual(6)
})

test.each([
	['/matters', true],
	['/matters/1/redline', true],
	['/matters-of-others', false],
	['/work', false],
])('%s lies under the matters: %s', (path, lies) => {
	const matters = navigationFor(['drafter'])[1]
	expect(matters && isUnder(path, matters)).toBe(lies)
})
