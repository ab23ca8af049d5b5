import { expect, test } from 'vitest'
import { Button } from '#app/components/button.tsx'
import { CommandForm } from '#app/components/command-form.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { FileField, RadioRow, TextArea, TextField } from '#app/components/fields.tsx'
import { renderPage } from '#tests/support/render-page.tsx'

test('a command form carries its key, the revision that the page showed, and the form token', async () => {
	const page = await renderPage(
		<CommandForm commandKey="key-1" seen={7}>
			<Button>提交</Button>
		</CommandForm>,
	)
	expect(page).toMatch(/<form[^>]* method="post"/)
	expect(page).toContain('<input type="hidden" name="csrf" value="form-token"/>')
	expect(page).toContain('<input type="hidden" name="key" value="key-1"/>')
	expect(page).toContain('<input type="hidden" name="seen" value="7"/>')
})

test('a form with files is sent in parts', async () => {
	const page = await renderPage(
		<CommandForm commandKey="k" hasFiles>
			<Button>上传</Button>
		</CommandForm>,
	)
	expect(page).toMatch(/<form[^>]* encType="multipart\/form-data"/i)
})

test('a field is tied to its label, its hint and its errors', async () => {
	const page = await renderPage(
		<TextField name="title" label="名称" hint="与稿件一致" errors={['请写明名称']} />,
	)
	expect(page).toContain('<label for="title"')
	expect(page).toMatch(
		/<input[^>]* id="title"[^>]* aria-describedby="title-hint title-error"[^>]* aria-invalid="true"/,
	)
	expect(page).toContain('id="title-hint"')
	expect(page).toContain('id="title-error"')
})

test('a field without fault says nothing of faults', async () => {
	const page = await renderPage(<TextArea name="words" label="意见" optional />)
	expect(page).not.toContain('aria-invalid')
	expect(page).not.toContain('aria-describedby')
	expect(page).toContain('（可不填）')
})

test('nothing is chosen beforehand in a row of choices', async () => {
	const choices = [
		{ value: 'yes', label: '是' },
		{ value: 'no', label: '否' },
	]
	const untouched = await renderPage(<RadioRow name="answer" legend="答复" choices={choices} />)
	expect(untouched).not.toContain('checked')
	const typed = await renderPage(<RadioRow name="answer" legend="答复" choices={choices} value="no" />)
	const chosen = [...typed.matchAll(/<input[^>]*>/g)]
		.map((match) => match[0])
		.filter((tag) => tag.includes('checked'))
	expect(chosen).toHaveLength(1)
	expect(chosen[0]).toContain('value="no"')
})

for (const [language, notice] of [
	['zh-CN', '本系统不得处理国家秘密'],
	['en', 'State secrets must not be handled in this system'],
] as const)
	test(`wherever a file is taken the page says what must not be in it (${language})`, async () => {
		const page = await renderPage(<FileField name="file" label="稿件" accept=".docx" />, { language })
		expect(page).toContain(notice)
		expect(page.match(/<input type="radio" name="file-secrecy"/g)).toHaveLength(2)
		expect(page).not.toContain('checked')
	})

test('the faults of a form stand on top of it, each a link to its field', async () => {
	const page = await renderPage(
		<ErrorSummary errors={{ title: ['请写明名称'], words: ['请写明理由'], note: undefined }} />,
	)
	expect(page).toContain('有 2 处要改')
	expect(page).toContain('<a href="#title">请写明名称</a>')
	expect(page).toContain('<a href="#words">请写明理由</a>')
	expect(await renderPage(<ErrorSummary errors={{}} />)).not.toContain('alert')
})
