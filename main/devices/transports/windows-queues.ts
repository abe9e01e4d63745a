/**
 * The printer queues of Windows, by a PowerShell of its own: winspool takes bytes as they are (RAW), and only its own
 * library gives them to it. The child stays for as long as the queue is used, because it takes a second to start, and a
 * drawer should not. Each line asks one thing; each answer is one line, in letters of ASCII.
 */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createInterface } from 'node:readline'
import { within } from './line.ts'
import { QueueRefused, type QueueSystem } from './queue.ts'

const ANSWER_LIMIT_MS = 20_000

/** By the Windows documentation of the print spooler functions. 87: there is no such job. 0x1080: printed, complete. */
const WINSPOOL = `
using System; using System.ComponentModel; using System.Runtime.InteropServices;
public static class RawQueue {
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
  struct Doc { public string Name; public string File; public string Type; }
  const string LIB = "winspool.drv";
  [DllImport(LIB, CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool OpenPrinterW(string name, out IntPtr printer, IntPtr defaults);
  [DllImport(LIB, SetLastError = true)] static extern bool ClosePrinter(IntPtr printer);
  [DllImport(LIB, CharSet = CharSet.Unicode, SetLastError = true)]
  static extern int StartDocPrinterW(IntPtr printer, int level, ref Doc doc);
  [DllImport(LIB, SetLastError = true)] static extern bool StartPagePrinter(IntPtr printer);
  [DllImport(LIB, SetLastError = true)]
  static extern bool WritePrinter(IntPtr printer, byte[] bytes, int count, out int written);
  [DllImport(LIB, SetLastError = true)] static extern bool EndPagePrinter(IntPtr printer);
  [DllImport(LIB, SetLastError = true)] static extern bool EndDocPrinter(IntPtr printer);
  [DllImport(LIB, SetLastError = true)] static extern bool AbortPrinter(IntPtr printer);
  [DllImport(LIB, SetLastError = true)]
  static extern bool GetJobW(IntPtr printer, int job, int level, IntPtr info, int size, out int needed);
  [DllImport(LIB, SetLastError = true)]
  static extern bool SetJobW(IntPtr printer, int job, int level, IntPtr info, int command);
  static void Must(bool isDone) { if (!isDone) throw new Win32Exception(Marshal.GetLastWin32Error()); }
  static IntPtr Open(string name) { IntPtr p; Must(OpenPrinterW(name, out p, IntPtr.Zero)); return p; }
  public static int Send(string name, byte[] bytes) {
    IntPtr p = Open(name);
    try {
      Doc doc = new Doc(); doc.Name = "Datestamp"; doc.Type = "RAW";
      int job = StartDocPrinterW(p, 1, ref doc); Must(job != 0);
      try {
        int written; Must(StartPagePrinter(p));
        Must(WritePrinter(p, bytes, bytes.Length, out written) && written == bytes.Length);
        Must(EndPagePrinter(p)); Must(EndDocPrinter(p));
      } catch { AbortPrinter(p); throw; }
      return job;
    } finally { ClosePrinter(p); }
  }
  public static bool IsWaiting(string name, int job) {
    IntPtr p = Open(name);
    try {
      int size;
      if (GetJobW(p, job, 1, IntPtr.Zero, 0, out size)) return true;
      int error = Marshal.GetLastWin32Error();
      if (error == 87) return false;
      if (error != 122) throw new Win32Exception(error);
      IntPtr info = Marshal.AllocHGlobal(size);
      try {
        if (!GetJobW(p, job, 1, info, size, out size)) return Marshal.GetLastWin32Error() != 87;
        return (Marshal.ReadInt32(info, IntPtr.Size * 7) & 0x1080) == 0;
      } finally { Marshal.FreeHGlobal(info); }
    } finally { ClosePrinter(p); }
  }
  public static void Withdraw(string name, int job) {
    IntPtr p = Open(name);
    try { SetJobW(p, job, 0, IntPtr.Zero, 5); } finally { ClosePrinter(p); }
  }
}`

const SCRIPT = `
$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'
function Coded([string]$text) { [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($text)) }
function Plain($coded) { [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($coded)) }
while ($null -ne ($line = [Console]::In.ReadLine())) {
  try {
    $asked = $line.Split(' ')
    $said = switch ($asked[0]) {
      'list' {
        $all = Get-CimInstance Win32_Printer | ForEach-Object { (Coded $_.Name) + ':' + (Coded $_.DriverName) }
        $all -join ' '
      }
      'use' { Add-Type -TypeDefinition (Plain $asked[1]); 'used' }
      'send' { [RawQueue]::Send((Plain $asked[1]), [Convert]::FromBase64String($asked[2])) }
      'waiting' { [RawQueue]::IsWaiting((Plain $asked[1]), [int]$asked[2]) }
      'withdraw' { [RawQueue]::Withdraw((Plain $asked[1]), [int]$asked[2]); 'withdrawn' }
    }
    [Console]::Out.WriteLine('ok ' + $said)
  } catch { [Console]::Out.WriteLine('no ' + (Coded $_.Exception.Message)) }
}`

const POWERSHELL = [
  'powershell.exe',
  '-NoLogo',
  '-NoProfile',
  '-NonInteractive',
  // Or it would read for itself what it is asked.
  '-InputFormat',
  'None',
  '-ExecutionPolicy',
  'Bypass',
  '-EncodedCommand',
  Buffer.from(SCRIPT, 'utf16le').toString('base64'),
]

const coded = (text: string): string => Buffer.from(text, 'utf8').toString('base64')
const plain = (text: string): string => Buffer.from(text, 'base64').toString('utf8')

/** One child, which answers one question after another. */
class PowerShell {
  readonly #child: ChildProcessWithoutNullStreams
  #waiting: PromiseWithResolvers<string> | null = null
  #fault: Error | null = null

  constructor([command = '', ...args]: readonly string[]) {
    this.#child = spawn(command, args, { windowsHide: true })
    this.#child.on('error', (fault) => this.#failed(fault))
    this.#child.on('exit', () => this.#failed(new Error('PowerShell ended')))
    this.#child.stdin.on('error', (fault) => this.#failed(fault))
    this.#child.stderr.resume()
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.#waiting?.resolve(line))
  }

  /** @returns what it answers; throws what the system says of a failure */
  async ask(...words: readonly string[]): Promise<string> {
    if (this.#fault) throw new QueueRefused(this.#fault.message)
    const waiting = Promise.withResolvers<string>()
    this.#waiting = waiting
    this.#child.stdin.write(`${words.join(' ')}\n`)
    const answer = await within(ANSWER_LIMIT_MS, 'PowerShell', waiting.promise).catch((fault: Error) => {
      // An answer that comes late would be taken for that to the next question.
      this.#failed(fault)
      this.close()
      throw fault
    })
    if (answer.startsWith('ok')) return answer.slice(3).trim()
    throw new QueueRefused(plain(answer.slice(3)) || answer)
  }

  close(): void {
    this.#child.stdin.end()
    this.#child.kill()
  }

  #failed(fault: Error): void {
    this.#fault ??= fault
    this.#waiting?.reject(this.#fault)
  }
}

/** @param command what is started, and its arguments */
export function windowsQueues(command: readonly string[] = POWERSHELL): QueueSystem {
  return {
    list: async () => {
      const shell = new PowerShell(command)
      try {
        const listed = await shell.ask('list')
        return listed
          .split(' ')
          .filter(Boolean)
          .map((one) => {
            const [name = '', driver = ''] = one.split(':').map(plain)
            return { name, says: driver || name }
          })
      } finally {
        shell.close()
      }
    },
    use: async (name) => {
      const shell = new PowerShell(command)
      try {
        await shell.ask('use', coded(WINSPOOL))
      } catch (fault) {
        shell.close()
        throw fault
      }
      return {
        send: (bytes) => shell.ask('send', coded(name), Buffer.from(bytes).toString('base64')),
        isWaiting: async (job) => (await shell.ask('waiting', coded(name), job)) === 'True',
        withdraw: async (job) => void (await shell.ask('withdraw', coded(name), job)),
        close: () => shell.close(),
      }
    },
  }
}
