/** `npm run traits`: what can be counted of the house, beside the figures of 2026-11-28 (a9c3369). */
import { measureTraits, median, sizesByFolder } from './measure-traits.ts'

const LONGEST_FUNCTION = 60

const app = measureTraits(['app'])
const house = measureTraits(['app', 'scripts', 'seeds', 'tests'])
const lines = app.files.map((file) => file.lines)
const long = app.functions.filter((each) => each.lines > LONGEST_FUNCTION)
const longest = Math.max(...app.functions.map((each) => each.lines))
const { domainFunctions: functions, domainTypes: types } = app

type Row = readonly [trait: string, goal: string, then: string, now: string]

const rows: readonly Row[] = [
	['casts in app (`as X`, not `as const`)', '< 60', '348', String(app.casts.length)],
	['any / ts-ignore / non-null in app', '0', '0 / 0 / 4', three(app.anys, app.ignores, app.nonNulls)],
	[
		`functions > ${LONGEST_FUNCTION} lines; longest`,
		'0',
		'27 of 2573; 107',
		`${long.length} of ${app.functions.length}; ${longest}`,
	],
	['median / longest file of app', '< 80 / ≤ 300', '75 / 298', `${median(lines)} / ${Math.max(...lines)}`],
	['exported domain functions with a comment', 'all', '198 of 198', share(functions)],
	['exported domain types with a comment', '–', '172 of 220', share(types)],
	['modules imported twice', '0', '712', String(house.doubleImports.length)],
	['queries through Prisma / of our own', '–', '223 / 32', `${app.prismaQueries} / ${app.ownQueries}`],
]

// Who pipes this into `head` has seen enough.
process.stdout.on('error', () => process.exit(0))
print(['trait', 'goal', 'a9c3369', 'now'], rows)
print(
	['folder', 'files', 'lines'],
	sizesByFolder(house.files).map(({ folder, files, lines }) => [folder, String(files), String(lines)]),
)
for (const { place, name, lines } of long) process.stdout.write(`${place} ${name}: ${lines} lines\n`)
if (process.argv.includes('--casts')) process.stdout.write(`${app.casts.join('\n')}\n`)

function three(...lists: readonly (readonly unknown[])[]): string {
	return lists.map((list) => list.length).join(' / ')
}

function share({ all, without }: { all: number; without: readonly string[] }): string {
	return `${all - without.length} of ${all}`
}

function print(heading: readonly string[], rows: readonly (readonly string[])[]): void {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
	process.stdout.write(line(heading) + line(heading.map(() => '---')) + rows.map(line).join('') + '\n')
}
