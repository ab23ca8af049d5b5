/**
 * Generates the Prisma clients of both engines from the one set of models in `prisma/schema`. Nothing is fetched:
 * the schema engine, which `generate` does not need, is replaced by a program that does nothing.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { shapesOf } from './model-shapes.ts'

const ENGINES = ['sqlite', 'postgresql'] as const
const SCHEMA = 'prisma/schema'
const WORKSHOP = '.prisma-build'
const OUTPUT = 'app/db/generated'

/** Makes the clients anew unless the models are the ones they were made from. */
export function generateClients(): void {
	const models = readModels()
	const stamp = createHash('sha256').update(JSON.stringify(models)).update(ownSource()).digest('hex')
	const stampFile = join(OUTPUT, 'models.sha256')
	if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
	for (const engine of ENGINES) generate(engine, models)
	writeShapes(models)
	writeFileSync(stampFile, stamp)
}

/** The models as one engine takes them: SQLite knows no names of foreign keys, so they are left out for it. */
export function modelsFor(engine: (typeof ENGINES)[number], models: readonly Model[]): Model[] {
	const named = /(onUpdate: \w+), map: "[^"]+"\)/g
	return models.map(({ file, text }) => ({
		file,
		text: engine === 'sqlite' ? text.replaceAll(named, '$1)') : text,
	}))
}

type Model = { readonly file: string; readonly text: string }

/** The model files of the project. */
export function readModels(): Model[] {
	return readdirSync(SCHEMA)
		.filter((file) => file.endsWith('.prisma'))
		.sort()
		.map((file) => ({ file, text: readFileSync(join(SCHEMA, file), 'utf8') }))
}

/** The head that Prisma wants before the models of an engine. */
export function headFor(engine: (typeof ENGINES)[number]): string {
	return `generator client {
  provider               = "prisma-client"
  output                 = "../../${OUTPUT}/${engine}"
  runtime                = "nodejs"
  moduleFormat           = "esm"
  generatedFileExtension = "ts"
  importFileExtension    = "ts"
}

datasource db {
  provider = "${engine}"
}
`
}

function generate(engine: (typeof ENGINES)[number], models: readonly Model[]): void {
	const folder = join(WORKSHOP, engine)
	rmSync(folder, { recursive: true, force: true })
	mkdirSync(folder, { recursive: true })
	writeFileSync(join(folder, '_head.prisma'), headFor(engine))
	for (const { file, text } of modelsFor(engine, models)) writeFileSync(join(folder, file), text)
	const run = spawnSync(
		process.execPath,
		['node_modules/prisma/build/index.js', 'generate', '--schema', folder],
		{
			encoding: 'utf8',
			env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
		},
	)
	if (run.status !== 0) throw new Error(`prisma generate (${engine}) failed:\n${run.stdout}${run.stderr}`)
}

/** What the clients do not tell: tables, columns and relations, for reading whole trees of rows. */
function writeShapes(models: readonly Model[]): void {
	const shapes = JSON.stringify(shapesOf(models.map(({ text }) => text).join('\n')), null, '\t')
	writeFileSync(
		join(OUTPUT, 'model-shapes.ts'),
		`import type { ModelShape } from '../model-shape.ts'\n\nexport const MODEL_SHAPES: Readonly<Record<string, ModelShape>> = ${shapes}\n`,
	)
}

function ownSource(): string {
	return ['generate-clients.ts', 'model-shapes.ts']
		.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
		.join('\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) generateClients()
