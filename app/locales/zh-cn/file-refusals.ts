import type { FileCause } from '#app/domain/file-cause.ts'

/** 文件为什么没有收下：是什么文件，哪一处，怎么办。 */
export const FILE_REFUSALS = {
	'empty-file': '文件是空的（0 字节）。',
	'too-large': '文件超过上限 30 MB。',
	'too-large-together': '一次上传的文件合计超过 120 MB，请分次上传。',
	'too-many-files': '一次最多上传 20 个文件。',
	'too-many-at-once': '您有 {{limit}} 份带文件的表单正在上传，请等其中一份传完再传。',
	'not-a-zip':
		'这个文件的内容不是 Word 文档（可能只是改了扩展名，或者没有下载完整）。请在 WPS 或 Word 中打开原来的文件，另存为 .docx 再上传。',
	'not-word':
		'文件里找不到 Word 正文，可能是表格、演示文稿或者其他文件改了扩展名。请在 WPS 或 Word 中打开原来的文件，另存为 .docx 再上传。',
	'encrypted-document':
		'文件设了打开密码。请在 WPS 或 Word 中打开，选“文件—信息—保护文档”，把密码清空后保存，再上传。',
	'zip-bomb':
		'文件解开后超过上限，不能处理。请删去或压缩大图片，把过长的附件拆成单独的文件，在 WPS 或 Word 中另存后再上传。',
	'lying-header': '文件内部的大小与声明不符，可能已损坏或被改动。',
	'bad-entry-name': '文件内部的路径不正常，可能已损坏或被改动。',
	'xml-entities': '文件内部（{{place}}）含有实体定义，不能处理。请在 WPS 或 Word 中另存后再上传。',
	'external-reference':
		'文件里有链接到外部的内容（{{type}}：{{target}}），对方一变，这里也跟着变。请在 WPS 或 Word 中选“文件—信息—编辑指向文件的链接”，断开链接（图片改为嵌入），保存后再上传。',
	'macro-file':
		'文件含有宏（{{part}}），不能处理。请在 WPS 或 Word 中选“另存为”，文件类型选“Word 文档（*.docx）”，不要选“启用宏”，再上传。',
	'wrong-suffix':
		'文件内容与扩展名（{{suffix}}）不符。稿件只收 Word 文档（.docx）和纯文本（.txt），请另存为其中一种再上传。',
	'lock-file':
		'这是文档打开时自动生成的锁定文件（文件名以 ~$ 开头），里面没有正文。请关闭 Word 或 WPS 中打开的文档，再选文档本身上传。',
	'old-word-file':
		'这是旧格式的文档（.doc 或 .wps），自动编号和修订可能读错，不能直接作稿件。请在 WPS 或 Word 中打开，选“另存为”，文件类型选“Word 文档（*.docx）”，再上传。',
	'rtf-file':
		'这是 RTF 文件（扩展名改成 .docx 也不行）。请在 WPS 或 Word 中打开，选“另存为”，文件类型选“Word 文档（*.docx）”，再上传。',
	'odt-file':
		'这是 OpenDocument 文档（.odt）。请用制作它的软件或 WPS、Word 打开，另存为“Word 文档（*.docx）”，再上传。',
	'pdf-file':
		'这是 PDF 文件，版面固定，条文和表格读不准，不能作稿件。请上传生成它的 Word 文件（.docx）；盖章扫描件可以作为附件或者材料一并上传。',
	'ofd-file':
		'这是 OFD 版式文件，不能作稿件，也不能用 Word 打开。请上传生成它的 Word 文件（.docx）；盖章件可以作为附件或者材料一并上传。',
	'conversion-failed':
		'文件没有转换成 .docx（格式有误或者超过时限）。请在 WPS 或 Word 中打开，选“另存为”，文件类型选“Word 文档（*.docx）”，再上传。',
	'template-file':
		'这是 Word 模板（.dotx）。请双击它新建文档，选“另存为”，文件类型选“Word 文档（*.docx）”，再上传。',
	'too-costly':
		'读这份文件用的时间或内存超过上限，已经停止，没有收下，其他人不受影响。请删去反复粘贴留下的大量空行、空格或空白表格，或者把附件拆成单独的文件，另存后再上传。',
	'not-utf8': '文本编码读不出来，请另存为 UTF-8 文本。',
	'unknown-type': '不收这种文件。可以上传 .docx .doc .wps .rtf .odt .pdf .ofd .xlsx .png .jpg .txt。',
	'kind-not-allowed': '不收这种文件。可以上传 .docx .doc .wps .rtf .odt .pdf .ofd .xlsx .png .jpg .txt。',
	'damaged-file':
		'文件已损坏，读不出来。请重新下载或复制一份；能在 WPS 或 Word 中打开的，打开后另存为 .docx 再上传。',
	'damaged-xml':
		'文件内部（{{place}}）已损坏，读不出来。能在 WPS 或 Word 中打开的，打开后另存为 .docx 再上传。',
	'text-too-long': '文字过长，不能处理。',
	'too-many-elements': '文件的内部结构过于复杂，不能处理。请在 WPS 或 Word 中另存后再上传。',
	'too-many-rows': '表格超过上限 5000 行，请分几次导入。',
	'too-many-columns': '表格超过上限 60 列。',
	'formula-without-result': '单元格 {{cell}} 的公式没有结果，请改填数值或文字后保存。',
	'damaged-table': '表格读不出来，请在 WPS 或 Excel 中另存后再上传。',
	'table-too-large': '表格超过上限 5 MB。',
	'table-wrong-suffix': '只收 .xlsx 和 .csv 表格，而且内容要与扩展名相符。',
} satisfies Record<FileCause, string>
