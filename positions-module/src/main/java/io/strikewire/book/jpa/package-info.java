/** The book in PostgreSQL. Rows stay in this package. */
@NullMarked
package io.strikewire.book.jpa;

import org.jspecify.annotations.NullMarked;
