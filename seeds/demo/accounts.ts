import { learnLanguage, translator } from '#app/locales/translator.ts'
import { zhCn } from '#app/locales/zh-cn/resources.ts'
import { ADMINISTRATORS, ORGANS, PEOPLE } from './district.ts'

/** The password of every demo account. The demo listens on this machine only and refuses real data. */
export const DEMO_PASSWORD = 'Qinghe-2026'

/** The table of demo accounts that the start prints: who to be for which part of the job. */
export function demoAccountTable(): string {
	learnLanguage('zh-CN', zhCn)
	const t = translator('zh-CN')
	const organs = new Map(ORGANS.map((organ) => [organ.key, organ.name]))
	const rows = PEOPLE.map((person) => [
		person.login,
		person.name,
		person.roles.map((role) => t(`words.role.${role}`)).join('、'),
		organs.get(person.organ) ?? '青禾区人民政府办公室',
	])
	for (const [role, { login, name }] of Object.entries(ADMINISTRATORS))
		rows.push([login, name, t(`words.role.${role as keyof typeof ADMINISTRATORS}`), '青禾区人民政府办公室'])
	const lines = rows.map(
		([login = '', name = '', role = '', organ = '']) =>
			`  ${login.padEnd(10)} ${pad(name, 8)} ${pad(role, 20)} ${organ}`,
	)
	return [`Password of every demo account: ${DEMO_PASSWORD}`, '', ...lines, ''].join('\n')
}

/** Pads by the width on a terminal, where a Chinese character takes two columns. */
function pad(text: string, width: number): string {
	return text + ' '.repeat(Math.max(0, width - text.length * 2))
}
