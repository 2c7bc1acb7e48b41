/** Shopify's leaky bucket of a standard shop: 2000 points, 100 restored each second. */
export class CostBucket {
  readonly maximumAvailable = 2000;
  readonly restoreRate = 100;
  #available = this.maximumAvailable;
  #at = Date.now();

  /** Takes points out, never below zero: the fake does not slow a test down unless it is told to throttle. */
  take(points: number): void {
    this.#restore();
    this.#available = Math.max(0, this.#available - points);
  }

  has(points: number): boolean {
    this.#restore();
    return this.#available >= points;
  }

  /** Leaves so little that a query of this cost must wait for a fifth of a second. */
  fallShortOf(points: number): void {
    this.#restore();
    this.#available = Math.max(0, Math.min(this.#available, points - this.restoreRate / 5));
  }

  status() {
    this.#restore();
    return {
      maximumAvailable: this.maximumAvailable,
      currentlyAvailable: Math.floor(this.#available),
      restoreRate: this.restoreRate,
    };
  }

  #restore(): void {
    const now = Date.now();
    const restored = this.#available + ((now - this.#at) / 1000) * this.restoreRate;
    this.#available = Math.min(this.maximumAvailable, restored);
    this.#at = now;
  }
}
