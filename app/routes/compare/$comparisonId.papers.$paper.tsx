import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { REDLINE_PAPERS } from '#app/documents/papers/paper-facts.ts'
import { fileResponse } from '#app/http/file-response.server.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { notFound } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { writeLoosePaper } from '#app/services/redline-papers/write-loose-paper.server.ts'

const Params = z.object({ comparisonId: z.uuid(), paper: z.enum(REDLINE_PAPERS) })

/** 花脸稿 or 修改对照表 of two loose texts, for whoever brought them, as long as they are there. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const params = Params.safeParse(args.params)
	if (!params.success) throw notFound()
	const { comparisonId, paper } = params.data
	const written = pageOrThrow(await writeLoosePaper(shell, actor, comparisonId, paper))
	// The page says in words that the texts are forgotten; an empty answer would be an error of the browser.
	if (!written) throw redirect(`/compare/${comparisonId}`)
	return fileResponse(written, 'attachment')
}
