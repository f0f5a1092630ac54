/** What instances tell each other's pages, through the server's data grid. */
@NullMarked
package io.strikewire.web.page.hazelcast;

import org.jspecify.annotations.NullMarked;
