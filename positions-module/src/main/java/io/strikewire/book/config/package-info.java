/** What trading costs. */
@NullMarked
package io.strikewire.book.config;

import org.jspecify.annotations.NullMarked;
