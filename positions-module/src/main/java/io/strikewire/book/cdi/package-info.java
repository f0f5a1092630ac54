/** The stages that open and close positions. */
@NullMarked
package io.strikewire.book.cdi;

import org.jspecify.annotations.NullMarked;
