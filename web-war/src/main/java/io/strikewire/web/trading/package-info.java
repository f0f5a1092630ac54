/** Reading what callers ask of the book: quotes, brakes, limits, wishes. */
@NullMarked
package io.strikewire.web.trading;

import org.jspecify.annotations.NullMarked;
