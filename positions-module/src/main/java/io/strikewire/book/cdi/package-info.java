/** The stages that place orders, and the two threads that carry orders out and watch positions. */
@NullMarked
package io.strikewire.book.cdi;

import org.jspecify.annotations.NullMarked;
