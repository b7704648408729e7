/**
 * One Idempotency-Key per intent of the person: repeating after a fault keeps the key, so a lost answer never acts twice;
 * a final answer or other input begins a new intent.
 */
export class Intent {
  private key: string | null = null;
  private input = '';

  constructor(private readonly fresh: () => string = () => crypto.randomUUID()) {}

  keyFor(input: unknown): string {
    const text = JSON.stringify(input) ?? '';
    if (this.key === null || text !== this.input) {
      this.key = this.fresh();
      this.input = text;
    }
    return this.key;
  }

  settle(): void {
    this.key = null;
  }
}
