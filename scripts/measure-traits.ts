import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

/** A function with a name of its own, and how many lines it takes. */
export type FunctionSize = { readonly place: string; readonly name: string; readonly lines: number }

/** What is counted in a set of sources. Places are file:line. */
export type Traits = {
	readonly files: readonly { readonly path: string; readonly lines: number }[]
	readonly casts: readonly string[]
	readonly anys: readonly string[]
	readonly ignores: readonly string[]
	readonly nonNulls: readonly string[]
	readonly functions: readonly FunctionSize[]
	readonly doubleImports: readonly string[]
	readonly domainFunctions: Documented
	readonly domainTypes: Documented
	readonly prismaQueries: number
	readonly ownQueries: number
}

/** How many exported things there are, and which of them lack a comment that says what they give. */
export type Documented = { readonly all: number; readonly without: readonly string[] }

const OWN_QUERIES = new Set(['findTrees', 'findTree', 'insertRows', 'updateRows'])
const PRISMA_QUERIES =
	/^(findUnique|findFirst|findMany|create|createMany|update|updateMany|upsert|delete|deleteMany|count|groupBy|aggregate)(OrThrow)?$/

/** Counts the traits of the sources below some folders; what the schema generates is left out. */
export function measureTraits(folders: readonly string[]): Traits {
	const sources = folders.flatMap((folder) => sourcesBelow(folder).map(readSource))
	const counted = sources.map(countIn)
	return {
		files: sources.map(({ path, source }) => ({ path, lines: source.text.split('\n').length - 1 })),
		casts: counted.flatMap((each) => each.casts),
		anys: counted.flatMap((each) => each.anys),
		ignores: counted.flatMap((each) => each.ignores),
		nonNulls: counted.flatMap((each) => each.nonNulls),
		functions: counted.flatMap((each) => each.functions),
		doubleImports: counted.flatMap((each) => each.doubleImports),
		domainFunctions: documented(counted.flatMap((each) => each.exportedFunctions)),
		domainTypes: documented(counted.flatMap((each) => each.exportedTypes)),
		prismaQueries: counted.flatMap((each) => each.queries).filter((name) => PRISMA_QUERIES.test(name)).length,
		ownQueries: counted.flatMap((each) => each.queries).filter((name) => OWN_QUERIES.has(name)).length,
	}
}

type Source = { readonly path: string; readonly source: ts.SourceFile }
type Exported = { readonly place: string; readonly isDocumented: boolean }
type Counted = {
	readonly casts: string[]
	readonly anys: string[]
	readonly ignores: string[]
	readonly nonNulls: string[]
	readonly functions: FunctionSize[]
	readonly doubleImports: string[]
	readonly exportedFunctions: Exported[]
	readonly exportedTypes: Exported[]
	readonly queries: string[]
}

function sourcesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((path) => join(folder, path))
		.filter((path) => /\.tsx?$/.test(path) && !path.includes('/generated/'))
		.sort()
}

function readSource(path: string): Source {
	const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
	const text = readFileSync(path, 'utf8')
	return { path, source: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind) }
}

function countIn(file: Source): Counted {
	const { path, source } = file
	const counted: Counted = {
		casts: [],
		anys: [],
		ignores: ignoresIn(file),
		nonNulls: [],
		functions: [],
		doubleImports: doubleImportsIn(file),
		exportedFunctions: [],
		exportedTypes: [],
		queries: [],
	}
	const visit = (node: ts.Node): void => {
		const place = placeOf(path, source, node)
		if (ts.isAsExpression(node) && node.type.getText(source) !== 'const') counted.casts.push(place)
		if (node.kind === ts.SyntaxKind.AnyKeyword) counted.anys.push(place)
		if (ts.isNonNullExpression(node)) counted.nonNulls.push(place)
		const name = ts.isFunctionLike(node) ? functionName(node) : null
		if (name !== null) counted.functions.push({ place, name, lines: linesOf(source, node) })
		if (ts.isCallExpression(node)) counted.queries.push(calledName(node))
		ts.forEachChild(node, visit)
	}
	visit(source)
	if (path.startsWith('app/domain/')) countExports(file, counted)
	return counted
}

function placeOf(path: string, source: ts.SourceFile, node: ts.Node): string {
	return `${path}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`
}

function linesOf(source: ts.SourceFile, node: ts.Node): number {
	const line = (at: number) => source.getLineAndCharacterOfPosition(at).line
	return line(node.getEnd()) - line(node.getStart(source)) + 1
}

/** The name of a function that has one: its own, its variable's, its property's. */
function functionName(node: ts.SignatureDeclaration): string | null {
	if (ts.isFunctionTypeNode(node) || ts.isMethodSignature(node) || ts.isCallSignatureDeclaration(node))
		return null
	if (node.name) return node.name.getText()
	const { parent } = node
	return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText() : null
}

function calledName({ expression }: ts.CallExpression): string {
	if (ts.isIdentifier(expression)) return expression.text
	return ts.isPropertyAccessExpression(expression) ? expression.name.text : ''
}

function ignoresIn({ path, source }: Source): string[] {
	return source.text
		.split('\n')
		.flatMap((line, at) => (/@ts-(ignore|expect-error|nocheck)/.test(line) ? [`${path}:${at + 1}`] : []))
}

function doubleImportsIn({ path, source }: Source): string[] {
	const from = source.statements.filter(ts.isImportDeclaration).map((each) => each.moduleSpecifier.getText())
	return from.filter((module, at) => from.indexOf(module) < at).map((module) => `${path}: ${module}`)
}

function countExports({ path, source }: Source, counted: Counted): void {
	for (const statement of source.statements) {
		const isExported =
			ts.canHaveModifiers(statement) &&
			(ts.getModifiers(statement) ?? []).some((each) => each.kind === ts.SyntaxKind.ExportKeyword)
		if (!isExported) continue
		const isDocumented = ts.getJSDocCommentsAndTags(statement).length > 0
		const exported = { place: placeOf(path, source, statement), isDocumented }
		if (ts.isFunctionDeclaration(statement)) counted.exportedFunctions.push(exported)
		if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement))
			counted.exportedTypes.push(exported)
	}
}

function documented(exported: readonly Exported[]): Documented {
	const without = exported.filter((each) => !each.isDocumented).map((each) => each.place)
	return { all: exported.length, without }
}

/** Files and lines of each folder, two levels deep, the largest first. */
export function sizesByFolder(files: Traits['files']): { folder: string; files: number; lines: number }[] {
	const folders = new Map<string, { files: number; lines: number }>()
	for (const { path, lines } of files) {
		const folder = dirname(path).split('/').slice(0, 2).join('/')
		const sum = folders.get(folder) ?? { files: 0, lines: 0 }
		folders.set(folder, { files: sum.files + 1, lines: sum.lines + lines })
	}
	return [...folders].map(([folder, sum]) => ({ folder, ...sum })).sort((a, b) => b.lines - a.lines)
}

/** The middle of some numbers, the larger of the two where there are two. */
export function median(numbers: readonly number[]): number {
	return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
