/** What an alert says once it has been read: who sent it, about what, and what it asks for. */
@NullMarked
package io.strikewire.signal;

import org.jspecify.annotations.NullMarked;
