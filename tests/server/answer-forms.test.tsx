import { type ActionFunctionArgs, data, redirect, type ServerBuild } from '@remix-run/node'
import { createRequestHandler } from '@remix-run/express'
import { useActionData } from '@remix-run/react'
import express from 'express'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { answerForms } from '#app/server/answer-forms.server.ts'
import { pageBuild, READER } from '#tests/support/render-page.tsx'

function Page() {
	return <p>{String(useActionData() ?? 'nothing')}</p>
}

/** A page whose action does what the form asks for, answered once as Remix does and once by us. */
async function serve() {
	const asked: string[] = []
	const action = async ({ request, params, context }: ActionFunctionArgs) => {
		const fields = await request.formData()
		const wanted = String(fields.get('wanted'))
		asked.push(
			`${wanted} of ${params['*']} with ${String(context['nonce'])} at ${new URL(request.url).search}`,
		)
		if (wanted === 'going on')
			return redirect('/work?done=1', {
				headers: [
					['Set-Cookie', 'a=1'],
					['Set-Cookie', 'b=2'],
				],
			})
		if (wanted === 'turning away') throw redirect('/sign-in')
		if (wanted === 'another site') return redirect('//elsewhere.example')
		if (wanted === 'a fault') return data('a fault', { status: 422, headers: { 'X-Fault': '1' } })
		if (wanted === 'nowhere') throw new Response('not there', { status: 404 })
		throw new Error('a bug')
	}
	const build = pageBuild(<Page />, READER)
	const page = build.routes['page']!
	const routes = { ...build.routes, page: { ...page, module: { ...page.module, action } } }
	const assets = {
		...build.assets,
		routes: { ...build.assets.routes, page: { ...build.assets.routes['page']!, hasAction: true } },
	}
	const whole: ServerBuild = { ...build, routes, assets }
	const getLoadContext = () => ({ nonce: 'n', requestId: 'r', shell: { log: { error: () => {} } } }) as never
	const answering = { mode: 'production', getLoadContext }
	const app = express()
	const remix = createRequestHandler({ ...answering, build: whole })
	const forms = answerForms(whole, answering)
	app.use('/remix', (request, response, next) => void remix(request, response, next))
	app.use((request, response, next) => void forms(request, response, next))
	const server = app.listen(0, '127.0.0.1')
	onTestFinished(() => void server.close())
	await new Promise((resolve) => server.once('listening', resolve))
	const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
	const send = async (prefix: string, wanted: string, init: RequestInit = {}) => {
		const body = new URLSearchParams({ wanted })
		const answer = await fetch(`${at}${prefix}/page/1?x=2`, {
			method: 'POST',
			body,
			redirect: 'manual',
			...init,
		})
		const headers = [...answer.headers].filter(([name]) => !/^(date|content-length|etag)$/.test(name))
		return { status: answer.status, headers, text: (await answer.text()).replaceAll('/remix/', '/') }
	}
	return { asked, send }
}

test.each([
	['going on', 302],
	['turning away', 302],
	['another site', 302],
	['a fault', 422],
	['nowhere', 404],
	['a bug', 500],
])('%s is answered as Remix does, and the action is asked once', async (wanted, status) => {
	const { asked, send } = await serve()
	const ours = await send('', wanted)
	expect(asked).toEqual([`${wanted} of page/1 with n at ?x=2`])
	const theirs = await send('/remix', wanted)
	expect([ours.status, theirs.status]).toEqual([status, status])
	expect(ours.headers).toEqual(theirs.headers)
	const shown = /<p>(.*?)<\/p>/
	expect(shown.exec(ours.text)?.[1]).toBe(shown.exec(theirs.text)?.[1])
})

test('what was answered of one form is said to nobody else', async () => {
	const { asked, send } = await serve()
	const [first, second] = await Promise.all([send('', 'a fault'), send('', 'going on')])
	expect(first).toMatchObject({ status: 422 })
	expect(second).toMatchObject({ status: 302 })
	expect(asked).toHaveLength(2)
})

test('a form with files goes the way of Remix', async () => {
	const { asked, send } = await serve()
	const body = new FormData()
	body.append('wanted', 'going on')
	expect(await send('', 'going on', { body })).toMatchObject({ status: 302 })
	expect(asked).toHaveLength(1)
})
