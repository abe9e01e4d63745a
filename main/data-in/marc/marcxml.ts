/** MARC 21 records of a MARCXML file, read as a stream by saxes. XML that is not well-formed refuses the file. */
import { SaxesParser } from 'saxes'
import type { MarcField, MarcRecord, MarcSubfield } from '../../../shared/import/marc-record.ts'
import { chunksOf, type Meter } from '../bytes.ts'
import type { TextEncoding } from '../inspect.ts'
import type { ReadRecord } from './iso2709.ts'
import { FileRefused } from '../file-refused.ts'

const TEXT_LENGTH_MAX = 1_000_000
const TOO_LONG = { code: 'value-too-long' } as const
/** Of one record: real ones have some hundreds of fields and subfields, those with many items some thousands. */
const PARTS_MAX = 20_000
/** Of one element; MARCXML knows three. */
const ATTRIBUTES_MAX = 20
/** Of all the text of a record. */
const RECORD_LENGTH_MAX = 4_000_000

type Attributes = Readonly<Record<string, string>>

/** Builds records from the elements as they come. Prefixes ("marc:record") are passed over. */
class Builder {
  #records: ReadRecord[] = []
  #line = 0
  #leader = ''
  #fields: MarcField[] = []
  #subfields: MarcSubfield[] = []
  #attributes: Attributes = {}
  #code = ''
  #text = ''
  #isRecord = false
  #parts_count = 0
  #length = 0

  open(name: string, attributes: Attributes, line: number): void {
    this.#text = ''
    if (name === 'record') {
      this.#isRecord = true
      this.#line = line
      this.#leader = ''
      this.#fields = []
      this.#parts_count = 0
      this.#length = 0
    } else if (name === 'controlfield' || name === 'datafield') {
      this.#attributes = attributes
      this.#subfields = []
    } else if (name === 'subfield') {
      this.#code = attributes['code'] ?? ''
    }
  }

  text(text: string, line: number): void {
    if (!this.#isRecord) return
    this.#text += text
    if (this.#text.length > TEXT_LENGTH_MAX) throw new FileRefused(line, TOO_LONG)
  }

  close(name: string): void {
    const tag = this.#attributes['tag'] ?? ''
    if (name === 'leader') this.#leader = this.#text
    else if (name === 'record') this.#endRecord()
    else if (name === 'controlfield' || name === 'subfield' || name === 'datafield') {
      this.#parts_count += 1
      this.#length += this.#text.length
      // What is beyond the limits is not kept, so that a record without end fills no memory.
      if (this.#isTooLarge()) this.#fields = this.#subfields = []
      else if (name === 'controlfield') this.#fields.push({ tag, value: this.#text, indicators: '', subfields: [] })
      else if (name === 'subfield') this.#subfields.push({ code: this.#code, value: this.#text })
      else {
        const indicators = `${this.#attributes['ind1'] || ' '}${this.#attributes['ind2'] || ' '}`
        this.#fields.push({ tag, value: '', indicators, subfields: this.#subfields })
      }
    }
    this.#text = ''
  }

  #isTooLarge(): boolean {
    return this.#parts_count > PARTS_MAX || this.#length > RECORD_LENGTH_MAX
  }

  #endRecord(): void {
    const found = { line: this.#line, notes: [] }
    const record: MarcRecord = { leader: this.#leader, fields: this.#fields }
    const reason = { code: 'record-too-large', fields_count: PARTS_MAX, length: RECORD_LENGTH_MAX } as const
    this.#records.push(
      this.#isTooLarge() ? { ...found, fault: { column: 'record', value: '', reason } } : { ...found, record },
    )
    this.#isRecord = false
  }

  take(): readonly ReadRecord[] {
    const taken = this.#records
    this.#records = []
    return taken
  }
}

/** What the parser itself would keep without end: one element with all its attributes, or text that goes on and on. */
class Limits {
  #attributes_count = 0
  #length = 0

  begin(): void {
    this.#attributes_count = 0
    this.#length = 0
  }

  end(): void {
    this.#length = 0
  }

  attribute(line: number): void {
    this.#attributes_count += 1
    if (this.#attributes_count > ATTRIBUTES_MAX) {
      throw new FileRefused(line, { code: 'attributes-too-many', most: ATTRIBUTES_MAX })
    }
  }

  /** Told after each piece of the file: an element that began and ended in it set the length back. */
  read(length: number, line: number): void {
    this.#length += length
    if (this.#length > TEXT_LENGTH_MAX + length) throw new FileRefused(line, TOO_LONG)
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** @throws FileRefused at the line where the file stops being XML, or when it holds no record */
export async function* marcXmlRecords(path: string, encoding: TextEncoding, meter: Meter): AsyncGenerator<ReadRecord> {
  const decoder = new TextDecoder(encoding)
  const parser = new SaxesParser()
  const builder = new Builder()
  const limits = new Limits()
  let records_count = 0
  parser.on('opentagstart', () => limits.begin())
  parser.on('attribute', () => limits.attribute(parser.line))
  parser.on('opentag', ({ name, attributes }) => builder.open(localName(name), attributes, parser.line))
  parser.on('text', (text) => builder.text(text, parser.line))
  parser.on('cdata', (text) => builder.text(text, parser.line))
  parser.on('closetag', ({ name }) => {
    limits.end()
    builder.close(localName(name))
  })
  parser.on('error', (fault) => {
    throw new FileRefused(parser.line, { code: 'not-xml', detail: fault.message.replace(/\.$/, '') })
  })
  for await (const chunk of chunksOf(path, meter)) {
    const text = decoder.decode(chunk, { stream: true })
    parser.write(text)
    limits.read(text.length, parser.line)
    for (const read of builder.take()) {
      records_count += 1
      yield read
    }
  }
  parser.write(decoder.decode()).close()
  for (const read of builder.take()) {
    records_count += 1
    yield read
  }
  if (records_count === 0) throw new FileRefused(1, { code: 'no-records' })
}
