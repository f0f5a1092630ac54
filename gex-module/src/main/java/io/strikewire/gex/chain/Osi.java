package io.strikewire.gex.chain;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Reads OSI option names from bytes: a root of one to six, padded or not, then {@code YYMMDD}, C or
 * P, and the strike in thousandths of a USD on eight digits. Keeps the last root and date, since
 * neighbours share them.
 */
final class Osi {

  private static final int TAIL = 15;
  private static final int LONGEST_ROOT = 6;
  private static final int CENTURY = 2000;

  private byte[] rootBytes = {};
  private String root = "";
  private int dateDigits = -1;
  private int epochDay;
  private boolean call;
  private int strike;

  /** Whether {@code bytes[from, to)} is a name; the parts can be asked for afterwards. */
  boolean read(byte[] bytes, int from, int to) {
    int tail = to - TAIL;
    int end = tail;
    while (end > from && bytes[end - 1] == ' ') {
      end--;
    }
    int thousandths = tail <= from ? -1 : digits(bytes, tail + 7, to);
    int date = tail <= from ? -1 : digits(bytes, tail, tail + 6);
    if (thousandths <= 0 || date < 0 || !readDate(date) || !readRoot(bytes, from, end)) {
      return false;
    }
    strike = thousandths;
    call = bytes[tail + 6] == 'C';
    return call || bytes[tail + 6] == 'P';
  }

  String root() {
    return root;
  }

  /** Days since 1970-01-01. */
  int epochDay() {
    return epochDay;
  }

  boolean call() {
    return call;
  }

  /** Thousandths of a USD, above zero. */
  int strike() {
    return strike;
  }

  private boolean readDate(int yymmdd) {
    if (yymmdd != dateDigits) {
      try {
        epochDay =
            (int)
                LocalDate.of(CENTURY + yymmdd / 10_000, yymmdd / 100 % 100, yymmdd % 100)
                    .toEpochDay();
      } catch (DateTimeException noSuchDay) {
        return false;
      }
      dateDigits = yymmdd;
    }
    return true;
  }

  private boolean readRoot(byte[] bytes, int from, int to) {
    if (Arrays.equals(rootBytes, 0, rootBytes.length, bytes, from, to)) {
      return to > from;
    }
    if (to == from || to - from > LONGEST_ROOT) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!(bytes[i] >= 'A' && bytes[i] <= 'Z' || bytes[i] >= '0' && bytes[i] <= '9')) {
        return false;
      }
    }
    rootBytes = Arrays.copyOfRange(bytes, from, to);
    root = new String(rootBytes, StandardCharsets.US_ASCII);
    return true;
  }

  private static int digits(byte[] bytes, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
