package io.strikewire.gex.chain;

import java.nio.charset.StandardCharsets;

/**
 * Decimal numbers straight from bytes. Up to fifteen digits are an integer below 2^53 over a power
 * of ten that a double holds exactly, so one division rounds once and right; anything longer takes
 * the library's way.
 */
final class Numbers {

  private static final int EXACT_DIGITS = 15;
  private static final double[] TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private Numbers() {}

  /**
   * The number in {@code bytes[from, to)}; NaN when there is none.
   *
   * @throws NumberFormatException if it is not a plain decimal number
   */
  static double parse(byte[] bytes, int from, int to) {
    int at = from;
    boolean negative = false;
    if (at < to && bytes[at] == '-') {
      negative = true;
      at++;
    }
    long digits = 0;
    int count = 0;
    int decimals = -1;
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9 && count < EXACT_DIGITS) {
        digits = digits * 10 + digit;
        count++;
        decimals += decimals < 0 ? 0 : 1;
      } else if (bytes[at] == '.' && decimals < 0) {
        decimals = 0;
      } else {
        return unusual(bytes, from, to);
      }
    }
    if (count == 0) {
      return unusual(bytes, from, to);
    }
    double value = decimals > 0 ? digits / TENS[decimals] : digits;
    return negative ? -value : value;
  }

  private static double unusual(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII).strip();
    if (text.isEmpty()) {
      return Double.NaN;
    }
    if (!text.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
      throw new NumberFormatException(text);
    }
    return Double.parseDouble(text);
  }
}
